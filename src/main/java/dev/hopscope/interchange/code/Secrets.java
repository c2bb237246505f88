package dev.hopscope.interchange.code;

import dev.hopscope.exchange.Header;
import dev.hopscope.exchange.Headers;
import dev.hopscope.replay.Content;
import dev.hopscope.replay.RequestDraft;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A request with its tokens, passwords and cookies replaced by {@code ***}; pure, any thread. Does not look into bodies other than forms and JSON. */
public final class Secrets {
    private static final String MASK = "***";
    private static final String NAMES =
            "[\\w.\\[\\]-]*(?:token|secret|passw|passphrase|api[_-]?key|apikey|session|credential|signature|auth|assertion|csrf|xsrf)[\\w.\\[\\]-]*|sig|key|pwd|pass|sid|jwt|code|otp|pin";
    private static final Pattern NAME = Pattern.compile(NAMES, Pattern.CASE_INSENSITIVE);
    private static final Pattern PARAMETER =
            Pattern.compile("(^|[?&;])(" + NAMES + ")=[^&;#]+", Pattern.CASE_INSENSITIVE);
    private static final Pattern MEMBER = Pattern.compile(
            "(\"(?:" + NAMES + ")\"\\s*:\\s*)(?:\"(?:[^\"\\\\]|\\\\.)*+\"|[-+.\\w]+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern JWT = Pattern.compile("eyJ[A-Za-z0-9_-]{8,}\\.[A-Za-z0-9_-]+\\.?[A-Za-z0-9_-]*");
    private static final Pattern CRUMB = Pattern.compile("([^=;\\s]+)=[^;]*");

    private Secrets() {}

    /** The same request without its secrets. */
    public static RequestDraft masked(RequestDraft draft) {
        Headers.Builder headers = Headers.builder();
        draft.headers().forEach(field -> headers.add(field.name(), value(field)));
        return draft.withTarget(target(draft.target()))
                .withHeaders(headers.build())
                .withBody(body(draft.body(), draft.headers().first("Content-Type")));
    }

    /** Whether secrets in the body of this type are found. */
    static boolean readable(RequestDraft draft) {
        String type = draft.headers().first("Content-Type");
        return draft.body().isEmpty()
                || type != null && (form(type) || json(type)) && draft.body().text() != null;
    }

    private static String value(Header field) {
        String value = field.value();
        if (field.is("Cookie")) {
            return CRUMB.matcher(value).replaceAll("$1=" + MASK);
        }
        if (field.is("Authorization") || field.is("Proxy-Authorization")) {
            int space = value.indexOf(' ');
            return space < 0 ? MASK : value.substring(0, space + 1) + MASK;
        }
        if (NAME.matcher(field.name()).matches()) {
            return MASK;
        }
        return JWT.matcher(PARAMETER.matcher(value).replaceAll("$1$2=" + MASK)).replaceAll(MASK);
    }

    private static String target(String target) {
        int query = target.indexOf('?');
        if (query < 0) {
            return JWT.matcher(target).replaceAll(MASK);
        }
        return JWT.matcher(target.substring(0, query)).replaceAll(MASK)
                + JWT.matcher(PARAMETER.matcher(target.substring(query)).replaceAll("$1$2=" + MASK))
                        .replaceAll(MASK);
    }

    private static Content body(Content body, @Nullable String type) {
        if (type == null || body.isEmpty() || body.text() == null) {
            return body;
        }
        String text = body.latin1();
        if (form(type)) {
            text = PARAMETER.matcher(text).replaceAll("$1$2=" + MASK);
        } else if (json(type)) {
            text = MEMBER.matcher(text)
                    .replaceAll(found -> Matcher.quoteReplacement(found.group(1) + '"' + MASK + '"'));
        } else {
            return body;
        }
        return Content.of(JWT.matcher(text).replaceAll(MASK).getBytes(StandardCharsets.ISO_8859_1));
    }

    private static boolean form(String type) {
        return type.regionMatches(true, 0, "application/x-www-form-urlencoded", 0, 33);
    }

    private static boolean json(String type) {
        String media = type.split(";", -1)[0].strip().toLowerCase(java.util.Locale.ROOT);
        return media.equals("application/json") || media.endsWith("+json");
    }
}
