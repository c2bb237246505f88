package dev.hopscope.inspect.meaning;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** The fields of cross-origin requests (Fetch standard), set against the request's Origin and preflight. Any thread. Decides nothing in a browser's place. */
final class CorsDecoder implements FieldDecoder {
    @Override
    public Set<String> names() {
        return Set.of(
                "origin",
                "access-control-allow-origin",
                "access-control-allow-credentials",
                "access-control-allow-methods",
                "access-control-allow-headers",
                "access-control-max-age",
                "access-control-expose-headers",
                "access-control-request-method",
                "access-control-request-headers",
                "timing-allow-origin");
    }

    @Override
    public void decode(String name, String value, Setting setting, Parts out) {
        switch (name) {
            case "origin" -> origin(value, setting, out);
            case "access-control-allow-origin" -> allowOrigin(value, setting, out);
            case "access-control-allow-credentials" -> {
                if (value.equals("true")) {
                    out.add(value, "scripts may read what was asked with cookies or a log-in");
                } else {
                    out.fault(value, "Only true, in small letters, says anything: cookies stay excluded.");
                }
            }
            case "access-control-allow-methods" -> methods(value, setting, out);
            case "access-control-allow-headers" -> allowHeaders(value, setting, out);
            case "access-control-max-age" -> maxAge(value, out);
            case "access-control-expose-headers" -> exposed(value, setting, out);
            case "access-control-request-method" -> out.add(value, "the method of the request that is to follow");
            case "access-control-request-headers" ->
                Syntax.split(value, ',').forEach(f -> out.add(f, "a field the request that follows will set"));
            default ->
                Syntax.split(value, ',')
                        .forEach(o -> out.add(o, o.equals("*") ? "any origin" : "scripts of this origin"));
        }
    }

    private static void origin(String value, Setting setting, Parts out) {
        if (value.equals("null")) {
            out.add(
                    value,
                    "an origin that has no name: a sandboxed frame, a local file, or a redirect over several sites");
        } else if (setting.origin() != null) {
            boolean same = value.equalsIgnoreCase(setting.origin().toString());
            out.add(
                    value,
                    same
                            ? "the same origin as the request is for"
                            : "another origin than " + setting.origin() + ": its scripts may read the answer only if "
                                    + "Access-Control-Allow-Origin says so");
        } else {
            out.add(value, "where the page came from");
        }
    }

    private static void allowOrigin(String value, Setting setting, Parts out) {
        String asked = setting.requestHeaders().first("Origin");
        boolean credentials = "true".equals(setting.responseHeaders().first("Access-Control-Allow-Credentials"));
        if (setting.responseHeaders().all("Access-Control-Allow-Origin").size() > 1) {
            out.fault(value, "The field stands here more than once: browsers allow nobody.");
        }
        if (value.equals("*")) {
            out.add(value, "scripts of any origin may read this, if they ask without cookies");
            if (credentials) {
                out.fault(
                        value,
                        "With Access-Control-Allow-Credentials: true the star is no longer a wild card: requests "
                                + "with cookies fail.");
            }
        } else if (value.equals("null")) {
            out.advice(value, "Any sandboxed frame has the origin null: this allows everybody who makes one.");
        } else if (value.indexOf(',') >= 0 || value.strip().indexOf(' ') >= 0) {
            out.fault(value, "Only one origin may stand here: browsers allow nobody.");
        } else if (value.endsWith("/")) {
            out.fault(value, "An origin has no slash at its end: it matches nobody.");
        } else if (value.indexOf('*') >= 0) {
            out.fault(value, "A star within a name is no wild card here: it matches nobody.");
        } else {
            out.add(value, "scripts of this origin may read this");
        }
        if (asked == null) {
            out.add("", "The request had no Origin: it was not a cross-origin request of a script.");
        } else if (!value.equals("*") && !value.equals(asked)) {
            out.fault(value, "The request came from " + asked + ": its browser keeps the answer from the script.");
        } else if (!value.equals("*") && !varies(setting)) {
            out.advice(
                    "",
                    "The answer depends on Origin, but Vary does not say so: a cache may give it to another origin.");
        }
    }

    private static boolean varies(Setting setting) {
        return setting.responseHeaders().all("Vary").stream()
                .flatMap(v -> Syntax.split(v, ',').stream())
                .anyMatch(v -> v.equals("*") || v.equalsIgnoreCase("origin"));
    }

    private static void methods(String value, Setting setting, Parts out) {
        Set<String> allowed = new TreeSet<>(Syntax.split(value, ','));
        for (String method : allowed) {
            MethodMeaning known = MethodMeaning.of(method);
            out.add(
                    method,
                    method.equals("*")
                            ? "any method, for requests without cookies"
                            : known == null ? "" : known.kind().words());
        }
        String asked = setting.requestHeaders().first("Access-Control-Request-Method");
        if (asked != null
                && !allowed.contains(asked)
                && !allowed.contains("*")
                && !Set.of("GET", "HEAD", "POST").contains(asked)) {
            out.fault(
                    "", "The preflight asks for " + asked + ", which is not among them: the browser does not send it.");
        }
    }

    private static void allowHeaders(String value, Setting setting, Parts out) {
        Set<String> allowed = new TreeSet<>();
        for (String field : Syntax.split(value, ',')) {
            allowed.add(field.toLowerCase(Locale.ROOT));
            out.add(
                    field,
                    field.equals("*") ? "any field but Authorization, for requests without cookies" : "may be set");
        }
        String asked = setting.requestHeaders().first("Access-Control-Request-Headers");
        for (String field : Syntax.split(asked == null ? "" : asked, ',')) {
            String lower = field.toLowerCase(Locale.ROOT);
            boolean covered = allowed.contains(lower) || (allowed.contains("*") && !lower.equals("authorization"));
            if (!covered) {
                out.fault(
                        "",
                        "The preflight asks for " + field + ", which is not among them: the browser does not send it.");
            }
        }
    }

    private static void maxAge(String value, Parts out) {
        long seconds = Spans.seconds(value);
        if (value.strip().equals("-1")) {
            out.add(value, "do not remember it: a preflight goes ahead of every request");
        } else if (seconds < 0) {
            out.fault(value, "Not a number of seconds: browsers take 5 seconds.");
        } else {
            out.add(
                    value,
                    "remember it for " + Spans.words(seconds)
                            + (seconds > 7200 ? "; Chromium keeps it 2 hours at most, Firefox 24" : ""));
        }
    }

    private static void exposed(String value, Setting setting, Parts out) {
        for (String field : Syntax.split(value, ',')) {
            out.add(
                    field,
                    field.equals("*")
                            ? "all fields, for requests without cookies"
                            : setting.responseHeaders().has(field)
                                    ? "scripts may read it"
                                    : "scripts could read it; this response has none");
        }
    }
}
