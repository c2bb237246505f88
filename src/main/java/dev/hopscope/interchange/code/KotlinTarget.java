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
import dev.hopscope.snippet.quote.KotlinQuoting;
import java.util.List;

/** A request for OkHttp in Kotlin. Pure, any thread. */
final class KotlinTarget implements CodeTarget {
    private static final TargetCard CARD = TargetCard.of(
            "kotlin",
            "Kotlin OkHttp",
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
        StringBuilder out =
                new StringBuilder("import java.util.Base64\nimport okhttp3.Headers\nimport okhttp3.OkHttpClient\n");
        out.append("import okhttp3.Request\nimport okhttp3.RequestBody.Companion.toRequestBody\n\nfun main() {\n");
        out.append("    val client = OkHttpClient.Builder().followRedirects(false).build()\n"
                + "    val headers = Headers.Builder()\n");
        for (Header field : call.fields()) {
            String value = JavaOkHttpTarget.utf8(field.value());
            out.append("        .").append(value.equals(field.value()) ? "add(" : "addUnsafeNonAscii(");
            out.append(KotlinQuoting.of(field.name()))
                    .append(", ")
                    .append(KotlinQuoting.of(value))
                    .append(")\n");
        }
        out.append("        .build()\n    val request = Request.Builder()\n        .url(")
                .append(KotlinQuoting.of(call.url()));
        out.append(")\n        .headers(headers)\n        .method(")
                .append(KotlinQuoting.of(call.method()))
                .append(", ");
        out.append(body(call)).append(")\n        .build()\n    client.newCall(request).execute().use { response ->\n");
        out.append("        println(response.code)\n        println(response.body?.string())\n    }\n");
        out.append("    client.dispatcher.executorService.shutdown()\n    client.connectionPool.evictAll()\n}\n");
        return new Code.Text(out.toString(), List.of());
    }

    private static String body(Call call) {
        if (!call.hasBody()) {
            return JavaOkHttpTarget.WITH_BODY.contains(call.method()) ? "ByteArray(0).toRequestBody()" : "null";
        }
        String text = call.bodyText();
        return text == null
                ? "Base64.getDecoder().decode(" + joined(call.base64()) + ").toRequestBody()"
                : joined(text) + ".toByteArray().toRequestBody()";
    }

    private static String joined(String text) {
        return JvmBody.joined(text, KotlinQuoting::of, "listOf(", ").joinToString(\"\")");
    }
}
