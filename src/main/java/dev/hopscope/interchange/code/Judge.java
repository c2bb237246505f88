package dev.hopscope.interchange.code;

import static dev.hopscope.interchange.code.Trait.*;

import dev.hopscope.exchange.Header;
import dev.hopscope.exchange.Headers;
import dev.hopscope.replay.RequestDraft;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Decides whether a program can carry a request, by the traits of its card. Pure, any thread. Writes no text of any program. */
final class Judge {
    /** Of one connection (RFC 9110 §7.6.1), of a proxy (§11.7), or framing (RFC 9112 §6). */
    private static final Set<String> LEFT_OUT = Set.of(
            "connection",
            "proxy-connection",
            "keep-alive",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade",
            "content-length",
            "proxy-authorization",
            "expect",
            "http2-settings");

    private static final Set<String> SILENT = Set.of("connection", "keep-alive", "transfer-encoding", "content-length");

    private static final Set<String> USUAL = Set.of("GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS");
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]+");
    private static final Pattern ORDINARY = Pattern.compile(
            "/(?:[A-Za-z0-9._~!$&()*+,;=:@/-]|%[0-9A-Fa-f]{2})*(?:\\?(?:[A-Za-z0-9._~!$&()*+,;=:@/?-]|%[0-9A-Fa-f]{2})+)?");
    /** Written by no normaliser otherwise: upper-case digits, none of an unreserved character (RFC 3986 §6.2.2). */
    private static final Pattern NORMAL_PERCENT =
            Pattern.compile("%(?:[01][0-9A-F]|2[0-9A-CF]|3[A-F]|40|5[BCDE]|60|7[BCDF]|[8-F][0-9A-F])");

    private static final Pattern DOTS = Pattern.compile("/(?:\\.|%2[eE]){1,2}(?:/|\\?|$)");

    private Judge() {}

    /** What every program is told. */
    static Call call(RequestDraft draft) {
        Set<String> ofConnection = new HashSet<>();
        draft.headers().all("Connection").forEach(value -> {
            for (String option : value.split(",", -1)) {
                ofConnection.add(option.strip().toLowerCase(Locale.ROOT));
            }
        });
        Headers.Builder kept = Headers.builder();
        List<String> leftOut = new ArrayList<>();
        for (Header field : draft.headers()) {
            String lower = field.name().toLowerCase(Locale.ROOT);
            boolean host = lower.equals("host") && sameHost(field.value(), draft);
            if (!host && !LEFT_OUT.contains(lower) && !ofConnection.contains(lower)) {
                kept.add(field.name(), field.value());
            } else if (!host && !SILENT.contains(lower)) {
                leftOut.add(field.name());
            }
        }
        return new Call(draft, kept.build(), List.copyOf(leftOut));
    }

    private static boolean sameHost(String value, RequestDraft draft) {
        return value.equals(draft.origin().authority());
    }

    /** Why this program cannot carry the request; null where it can. */
    static @Nullable String refusal(Call call, TargetCard card) {
        RequestDraft draft = call.draft();
        String general = general(draft);
        if (general != null) {
            return general;
        }
        if (!card.can(WHOLE_HEAD) && draft.headers().has("Upgrade")) {
            return "The request asks for another protocol (Upgrade: "
                    + draft.headers().first("Upgrade") + "), which " + card.program() + " cannot be told.";
        }
        String start = startLine(call, card);
        return start != null ? start : fields(call, card);
    }

    private static @Nullable String general(RequestDraft draft) {
        if (!TOKEN.matcher(draft.method()).matches()) {
            return "The method is no token (RFC 9110 §9.1).";
        }
        if (draft.method().equals("CONNECT")) {
            return "CONNECT asks a proxy for a tunnel; no program sends it as a request of its own.";
        }
        if (!draft.target().startsWith("/") && !draft.target().equals("*")
                || draft.target().chars().anyMatch(c -> c <= ' ' || c == 0x7f)) {
            return "The target '" + draft.target() + "' is no path.";
        }
        String host = draft.origin().host();
        if (!host.matches("[A-Za-z0-9._-]+|[0-9A-Fa-f:.]+")) {
            return "The host '" + host + "' is not one that programs agree on.";
        }
        for (Header field : draft.headers()) {
            if (!TOKEN.matcher(field.name()).matches()) {
                return "The field name '" + field.name() + "' is no token (RFC 9110 §5.1).";
            }
            if (field.value().chars().anyMatch(c -> c < ' ' && c != '\t' || c == 0x7f || c > 0xff)) {
                return "The field " + field.name() + " holds a control character.";
            }
        }
        return null;
    }

    private static @Nullable String startLine(Call call, TargetCard card) {
        String program = card.program();
        String method = call.method();
        boolean upper = method.chars().allMatch(c -> c >= 'A' && c <= 'Z');
        if (!card.can(ANY_METHOD) && !(card.can(UPPER_METHOD) ? upper : USUAL.contains(method))) {
            return program + " does not send the method " + method + " as it is.";
        }
        if (call.hasBody() && call.is("GET") && !card.can(GET_BODY)) {
            return program + " sends no body with GET.";
        }
        if (call.hasBody() && call.is("HEAD") && !card.can(HEAD_BODY)) {
            return program + " sends no body with HEAD.";
        }
        if (call.draft().target().equals("*")) {
            return card.can(ASTERISK) ? null : program + " does not send the target '*'.";
        }
        if (!card.can(ANY_TARGET) && !carriesTarget(call.draft().target(), card)) {
            return program + " would write the target " + call.draft().target() + " in another way.";
        }
        return null;
    }

    private static boolean carriesTarget(String target, TargetCard card) {
        return ordinary(target)
                && (card.can(ANY_PERCENT)
                        || NORMAL_PERCENT.matcher(target).replaceAll("").indexOf('%') < 0);
    }

    /** Whether programs that take a URL as it is send it as it is. */
    static boolean ordinary(String target) {
        return ORDINARY.matcher(target).matches()
                && !target.startsWith("//")
                && !DOTS.matcher(target).find();
    }

    private static @Nullable String fields(Call call, TargetCard card) {
        String program = card.program();
        Headers fields = call.fields();
        if (call.hasBody() && !card.can(UNTYPED_BODY) && !fields.has("Content-Type")) {
            return program + " adds a Content-Type to a body that has none.";
        }
        for (int i = 0; i < fields.size(); i++) {
            String name = fields.name(i);
            if (!card.can(OWN_HOST) && name.equalsIgnoreCase("Host")) {
                return program + " sends no Host other than the URL's.";
            }
            if (!card.can(DUPLICATES) && fields.indexOf(name, i + 1) >= 0) {
                return program + " does not send " + name + " twice.";
            }
            if (!card.can(EMPTY_VALUE) && fields.value(i).isEmpty()) {
                return program + " does not send " + name + " without a value.";
            }
            if (!card.can(OCTETS) && !fits(fields.value(i), card)) {
                return program + " does not send the value of " + name + " octet by octet.";
            }
        }
        return null;
    }

    private static boolean fits(String value, TargetCard card) {
        return value.chars().allMatch(c -> c < 0x80)
                || card.can(UTF_8)
                        && dev.hopscope.replay.Content.of(value.getBytes(StandardCharsets.ISO_8859_1))
                                        .text()
                                != null;
    }

    /** What the program does otherwise, in words. */
    static List<String> notes(Call call, TargetCard card) {
        List<String> notes = new ArrayList<>();
        String program = card.program();
        if (card.can(WHOLE_HEAD)) {
            return notes;
        }
        List<String> added =
                card.adds().stream().filter(name -> !call.fields().has(name)).toList();
        if (!added.isEmpty()) {
            notes.add(program + " adds " + String.join(", ", added) + ".");
        }
        if (!call.leftOut().isEmpty()) {
            notes.add("Left out, as they concern one connection: " + String.join(", ", call.leftOut()) + ".");
        }
        if (!card.can(ORDER) && call.fields().size() > 1) {
            notes.add(program + " sends the fields in an order of its own.");
        }
        if (!card.can(CASE) && !call.fields().isEmpty()) {
            notes.add(program + " writes the names of fields in its own case.");
        }
        return notes;
    }
}
