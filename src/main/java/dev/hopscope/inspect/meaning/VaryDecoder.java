package dev.hopscope.inspect.meaning;

import java.util.Locale;
import java.util.Set;

/** Vary (RFC 9110 §12.5.5), with what this request had in the fields it names. Any thread. */
final class VaryDecoder implements FieldDecoder {
    @Override
    public Set<String> names() {
        return Set.of("vary");
    }

    @Override
    public void decode(String name, String value, Setting setting, Parts out) {
        for (String text : Syntax.split(value, ',')) {
            if (text.equals("*")) {
                out.advice(text, "Depends on more than the request's fields: no cache can use it without asking.");
                continue;
            }
            String had = setting.requestHeaders().first(text);
            out.add(text, had == null ? "this request had none" : "this request had: " + had);
            switch (text.toLowerCase(Locale.ROOT)) {
                case "user-agent" ->
                    out.advice(text, "There are so many that a shared cache hardly ever finds the same one again.");
                case "cookie" ->
                    out.advice(
                            text,
                            "Every user has other cookies: a shared cache hardly ever finds the same ones again.");
                default -> {}
            }
        }
    }
}
