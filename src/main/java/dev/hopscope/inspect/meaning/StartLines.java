package dev.hopscope.inspect.meaning;

import dev.hopscope.exchange.HttpVersion;
import dev.hopscope.exchange.RequestHead;
import dev.hopscope.exchange.ResponseHead;

/** Explains start lines: method, target, version, status. Pure functions, any thread. */
final class StartLines {
    private StartLines() {}

    static Meaning of(RequestHead head, Setting setting) {
        MethodMeaning method = MethodMeaning.of(head.method());
        Parts out = new Parts();
        out.add(
                head.method(),
                method == null
                        ? "A method Hopscope has no words for."
                        : method.kind().words());
        if (method == null && MethodMeaning.of(head.method().toUpperCase(java.util.Locale.ROOT)) != null) {
            out.fault(head.method(), "Case matters in methods: servers that are strict do not know this one.");
        }
        out.add(head.target(), target(head));
        out.add(head.version().text(), version(head.version()));
        return new Meaning(
                Parts.cut(head.method(), Parts.LONGEST),
                method == null ? "Not a method Hopscope knows; what it does is up to the server." : method.words(),
                "The first line of a request",
                method == null || method.specification().equals(FieldMeaning.UNREGISTERED)
                        ? ""
                        : method.specification(),
                out.list());
    }

    static Meaning of(ResponseHead head, Setting setting) {
        StatusMeaning status = StatusMeaning.of(head.status());
        Parts out = new Parts();
        out.add(head.version().text(), version(head.version()));
        out.add(Integer.toString(head.status()), StatusMeaning.classWords(head.status()));
        if (!head.reason().isEmpty()) {
            boolean usual = status != null && head.reason().equalsIgnoreCase(status.phrase());
            out.add(
                    head.reason(),
                    usual
                            ? "The usual phrase. It is for people: programs look at the number only."
                            : "A phrase of the server's own. It is for people: programs look at the number only.");
        }
        String title = head.status() + (status == null || status.phrase().startsWith("(") ? "" : " " + status.phrase());
        return new Meaning(
                title,
                status == null
                        ? "Not a code Hopscope knows; clients treat it like " + head.status() / 100 + "00."
                        : status.words(),
                "The first line of a response",
                status == null || status.specification().equals(FieldMeaning.UNREGISTERED)
                        ? ""
                        : status.specification(),
                out.list());
    }

    private static String target(RequestHead head) {
        String target = head.target();
        if (head.method().equals("CONNECT")) {
            return "The host and port the tunnel is to lead to (authority form, RFC 9112 §3.2.3).";
        }
        if (target.equals("*")) {
            return "The server as a whole (asterisk form, RFC 9112 §3.2.4).";
        }
        if (target.startsWith("/")) {
            return "The path on the host that Host names (origin form, RFC 9112 §3.2.1)."
                    + (target.indexOf('?') < 0 ? "" : " After the question mark stands the query.");
        }
        return target.indexOf("://") > 0
                ? "The whole address, as a client writes it to a proxy (absolute form, RFC 9112 §3.2.2)."
                : "Not in any of the forms of RFC 9112 §3.2.";
    }

    private static String version(HttpVersion version) {
        return switch (version) {
            case HTTP_1_0 -> "Closes the connection after each answer, unless both sides agree otherwise.";
            case HTTP_1_1 -> "One request after the other on a connection that stays open.";
            case HTTP_2 -> "Many requests at once on one connection, with compressed heads.";
            case HTTP_3 -> "Many requests at once over QUIC, which runs on UDP.";
        };
    }
}
