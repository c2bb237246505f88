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
    private static final Pattern PARAMETER = Pattern.compile("(^|[?&;]\\s*)([\\w.\\[\\]%-]{1,80})=([^&;#\\s]+)");
    private static final Pattern MEMBER =
            Pattern.compile("(\"((?:[^\"\\\\]|\\\\.){1,80}+)\"\\s*:\\s*)(?:\"((?:[^\"\\\\]|\\\\.)*+)\"|([-+.\\w]+))");
    /** Tokens that show what they are: JSON Web Tokens, and the marks of well-known services. */
    private static final Pattern MARKED = Pattern.compile(
            "eyJ[A-Za-z0-9_-]{8,}\\.[A-Za-z0-9_-]+\\.?[A-Za-z0-9_-]*|\\b(?:gh[opsur]_[A-Za-z0-9]{30,}|github_pat_\\w{30,}|glpat-[\\w-]{18,}"
                + "|xox[abeoprs]-[\\w-]{10,}|[sr]k_(?:live|test)_\\w{16,}|sk-[\\w-]{20,}|AIza[\\w-]{35}|(?:AKIA|ASIA)[A-Z0-9]{16}|npm_\\w{30,})");

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
        return SecretNames.secret(field.name(), value) ? MASK : unmarked(parameters(value));
    }

    private static String parameters(String text) {
        return PARAMETER
                .matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(
                        SecretNames.secret(found.group(2), found.group(3))
                                ? found.group(1) + found.group(2) + "=" + MASK
                                : found.group()));
    }

    private static String members(String text) {
        return MEMBER.matcher(text).replaceAll(found -> {
            String string = found.group(3);
            boolean secret = SecretNames.secret(found.group(2), string != null ? string : found.group(4));
            return Matcher.quoteReplacement(secret ? found.group(1) + '"' + MASK + '"' : found.group());
        });
    }

    private static String unmarked(String text) {
        return MARKED.matcher(text).replaceAll(MASK);
    }

    private static String target(String target) {
        int query = target.indexOf('?');
        return query < 0
                ? unmarked(target)
                : unmarked(target.substring(0, query)) + unmarked(parameters(target.substring(query)));
    }

    private static Content body(Content body, @Nullable String type) {
        if (type == null || body.isEmpty() || body.text() == null) {
            return body;
        }
        String text = body.latin1();
        if (form(type)) {
            text = parameters(text);
        } else if (json(type)) {
            text = members(text);
        } else {
            return body;
        }
        return Content.of(unmarked(text).getBytes(StandardCharsets.ISO_8859_1));
    }

    private static boolean form(String type) {
        return type.regionMatches(true, 0, "application/x-www-form-urlencoded", 0, 33);
    }

    private static boolean json(String type) {
        String media = type.split(";", -1)[0].strip().toLowerCase(java.util.Locale.ROOT);
        return media.equals("application/json") || media.endsWith("+json");
    }
}
