package dev.hopscope.interchange.code;

import static dev.hopscope.interchange.code.Trait.ANY_METHOD;
import static dev.hopscope.interchange.code.Trait.ANY_PERCENT;
import static dev.hopscope.interchange.code.Trait.CASE;
import static dev.hopscope.interchange.code.Trait.DUPLICATES;
import static dev.hopscope.interchange.code.Trait.EMPTY_VALUE;
import static dev.hopscope.interchange.code.Trait.ORDER;
import static dev.hopscope.interchange.code.Trait.OWN_HOST;
import static dev.hopscope.interchange.code.Trait.UNTYPED_BODY;
import static dev.hopscope.interchange.code.Trait.UTF_8;

import dev.hopscope.exchange.Header;
import dev.hopscope.snippet.quote.JavaQuoting;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A request for OkHttp in Java. Pure, any thread. */
final class JavaOkHttpTarget implements CodeTarget {
    private static final TargetCard CARD = TargetCard.of(
            "java-okhttp",
            "Java OkHttp",
            TargetGroup.JVM,
            "OkHttp",
            List.of("Accept-Encoding", "User-Agent"),
            ORDER,
            CASE,
            DUPLICATES,
            UTF_8,
            EMPTY_VALUE,
            ANY_PERCENT,
            ANY_METHOD,
            UNTYPED_BODY,
            OWN_HOST);

    @Override
    public TargetCard card() {
        return CARD;
    }

    @Override
    public Code write(Call call) {
        StringBuilder out = new StringBuilder("import java.nio.charset.StandardCharsets;\nimport java.util.Base64;\n");
        out.append("import okhttp3.Headers;\n"
                + "import okhttp3.OkHttpClient;\n"
                + "import okhttp3.Request;\n"
                + "import okhttp3.RequestBody;\n\n");
        out.append("class OkHttpRequest {\n    public static void main(String[] args) throws Exception {\n");
        out.append("        var client = new OkHttpClient.Builder().followRedirects(false).build();\n");
        out.append("        var headers = new Headers.Builder()\n");
        for (Header field : call.fields()) {
            String value = utf8(field.value());
            out.append("                .").append(value.equals(field.value()) ? "add(" : "addUnsafeNonAscii(");
            out.append(JavaQuoting.of(field.name()))
                    .append(", ")
                    .append(JavaQuoting.of(value))
                    .append(")\n");
        }
        out.append("                .build();\n        var request = new Request.Builder()\n                .url(");
        out.append(JavaQuoting.of(call.url())).append(")\n                .headers(headers)\n                .method(");
        out.append(JavaQuoting.of(call.method()))
                .append(", ")
                .append(body(call))
                .append(")\n                .build();\n");
        out.append("        try (var response = client.newCall(request).execute()) {\n");
        out.append("            System.out.println(response.code());\n"
                + "            System.out.println(response.body().string());\n");
        out.append("        }\n"
                + "        client.dispatcher().executorService().shutdown();\n"
                + "        client.connectionPool().evictAll();\n"
                + "    }\n"
                + "}\n");
        return new Code.Text(out.toString(), List.of());
    }

    /** These it sends with a body or not at all. */
    static final List<String> WITH_BODY = List.of("POST", "PUT", "PATCH", "PROPPATCH", "REPORT");

    private static String body(Call call) {
        if (call.hasBody()) {
            return "RequestBody.create(" + JavaHttpClientTarget.bytes(call) + ")";
        }
        return WITH_BODY.contains(call.method()) ? "RequestBody.create(new byte[0])" : "null";
    }

    static String utf8(String octets) {
        return new String(octets.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }
}
