package dev.hopscope.interchange.code;

import dev.hopscope.exchange.Header;
import dev.hopscope.exchange.Headers;
import dev.hopscope.exchange.HttpVersion;
import dev.hopscope.replay.Content;
import dev.hopscope.replay.RequestDraft;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request as a client program is told it: fields of one connection, framing and a Host equal to the URL's are left out,
 * since the program sets them itself; immutable, any thread.
 *
 * @param fields what is left of the head, in order
 * @param leftOut names of fields that were left out and are not set by the program either
 */
public record Call(RequestDraft draft, Headers fields, List<String> leftOut) {
    String method() {
        return draft.method();
    }

    String url() {
        return draft.url();
    }

    Content body() {
        return draft.body();
    }

    boolean hasBody() {
        return !draft.body().isEmpty();
    }

    /** Whether the head announced content, maybe none. */
    boolean announced() {
        return hasBody()
                || draft.headers().has("Content-Length")
                || draft.headers().has("Transfer-Encoding");
    }

    boolean is(String method) {
        return draft.method().equals(method);
    }

    boolean http10() {
        return draft.version() == HttpVersion.HTTP_1_0;
    }

    /** The body as text that shows what it is; null where it is binary. */
    @Nullable
    String bodyText() {
        String text = draft.body().text();
        return text == null || text.chars().anyMatch(c -> c < ' ' && c != '\t' && c != '\n' && c != '\r' || c == 0x7f)
                ? null
                : text;
    }

    String base64() {
        return Base64.getEncoder().encodeToString(draft.body().octets());
    }

    /** Values by name, each name as it is written first. */
    Map<String, List<String>> grouped() {
        Map<String, String> spelling = new LinkedHashMap<>();
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (Header field : fields) {
            String name = spelling.computeIfAbsent(field.name().toLowerCase(Locale.ROOT), lower -> field.name());
            values.computeIfAbsent(name, n -> new ArrayList<>(1)).add(field.value());
        }
        return values;
    }
}
