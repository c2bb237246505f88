package dev.hopscope.interchange.code;

import dev.hopscope.exchange.Header;
import dev.hopscope.snippet.quote.JavaScriptQuoting;

/** Bodies and heads as expressions of JavaScript. Pure, any thread. */
final class JavaScriptBody {
    private JavaScriptBody() {}

    /** An expression of bytes, so that no library adds a type for a string. */
    static String bytes(Call call) {
        String text = call.bodyText();
        return text != null && text.equals(text.replace("\ufeff", ""))
                ? "new TextEncoder().encode(" + JavaScriptQuoting.of(text) + ")"
                : "Uint8Array.from(atob(\"" + call.base64() + "\"), c => c.charCodeAt(0))";
    }

    /** Name, value, name, value, one line each. */
    static String flat(Call call) {
        StringBuilder out = new StringBuilder();
        for (Header field : call.fields()) {
            out.append("    ").append(JavaScriptQuoting.of(field.name())).append(", ");
            out.append(JavaScriptQuoting.of(field.value())).append(",\n");
        }
        return out.toString();
    }
}
