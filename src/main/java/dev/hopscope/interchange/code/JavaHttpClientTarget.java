package dev.hopscope.interchange.code;

import static dev.hopscope.interchange.code.Trait.ANY_METHOD;
import static dev.hopscope.interchange.code.Trait.ANY_PERCENT;
import static dev.hopscope.interchange.code.Trait.CASE;
import static dev.hopscope.interchange.code.Trait.DUPLICATES;
import static dev.hopscope.interchange.code.Trait.EMPTY_VALUE;
import static dev.hopscope.interchange.code.Trait.GET_BODY;
import static dev.hopscope.interchange.code.Trait.HEAD_BODY;
import static dev.hopscope.interchange.code.Trait.UNTYPED_BODY;

import dev.hopscope.exchange.Header;
import dev.hopscope.snippet.quote.JavaQuoting;
import java.util.List;

/** A request for the HTTP client of Java's own library, as a file to run by its source. Pure, any thread. */
final class JavaHttpClientTarget implements CodeTarget {
    private static final TargetCard CARD = TargetCard.of(
            "java-httpclient",
            "Java HttpClient",
            TargetGroup.JVM,
            "The HttpClient of Java",
            List.of("User-Agent"),
            CASE,
            DUPLICATES,
            EMPTY_VALUE,
            ANY_PERCENT,
            ANY_METHOD,
            GET_BODY,
            HEAD_BODY,
            UNTYPED_BODY);

    @Override
    public TargetCard card() {
        return CARD;
    }

    @Override
    public Code write(Call call) {
        StringBuilder out = new StringBuilder("import java.net.URI;\nimport java.net.http.HttpClient;\n");
        out.append("import java.net.http.HttpRequest;\nimport java.net.http.HttpResponse;\n");
        out.append("import java.nio.charset.StandardCharsets;\nimport java.util.Base64;\n\nclass Request {\n");
        out.append("    public static void main(String[] args) throws Exception {\n"
                + "        var request = HttpRequest.newBuilder()\n");
        out.append("                .uri(URI.create(")
                .append(JavaQuoting.of(call.url()))
                .append("))\n");
        out.append("                .version(HttpClient.Version.HTTP_1_1)\n");
        for (Header field : call.fields()) {
            out.append("                .header(")
                    .append(JavaQuoting.of(field.name()))
                    .append(", ");
            out.append(JavaQuoting.of(field.value())).append(")\n");
        }
        out.append("                .method(")
                .append(JavaQuoting.of(call.method()))
                .append(", HttpRequest.BodyPublishers.");
        out.append(call.hasBody() ? "ofByteArray(" + bytes(call) + ")" : "noBody()")
                .append(")\n                .build();\n");
        out.append("        var response = HttpClient.newHttpClient().send(request,"
                + " HttpResponse.BodyHandlers.ofString());\n");
        out.append("        System.out.println(response.statusCode());\n"
                + "        System.out.println(response.body());\n"
                + "    }\n"
                + "}\n");
        return new Code.Text(out.toString(), List.of());
    }

    /** An expression of the body's bytes. */
    static String bytes(Call call) {
        String text = call.bodyText();
        return text == null
                ? "Base64.getDecoder().decode("
                        + JvmBody.joined(call.base64(), JavaQuoting::of, "String.join(\"\", ", ")") + ")"
                : JvmBody.joined(text, JavaQuoting::of, "String.join(\"\", ", ")")
                        + ".getBytes(StandardCharsets.UTF_8)";
    }
}
