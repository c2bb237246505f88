package dev.hopscope.playground;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Redirects, cookies, other origins, passwords, forms. Any thread; keeps nothing of what it is sent. */
final class Ways {
    private static final String TEXT = "text/plain; charset=utf-8";

    static final List<Resource> ALL = List.of(
            Resource.below("redirect", "/redirect/", "/redirect/4", Ways::redirect),
            Resource.at(
                    "cookies-set",
                    "/cookies/set",
                    (request, wire) -> wire.empty(
                            302,
                            "Location: /cookies",
                            "Content-Length: 0",
                            "Set-Cookie: session=b7f3c1; Path=/; HttpOnly; SameSite=Lax",
                            "Set-Cookie: theme=dark; Path=/; Max-Age=86400",
                            "Set-Cookie: gone=; Path=/; Expires=Thu, 01 Jan 1970 00:00:00 GMT")),
            Resource.at(
                    "cookies",
                    "/cookies",
                    (request, wire) -> wire.send(
                            200,
                            TEXT,
                            "Cookie: " + Objects.requireNonNullElse(request.field("Cookie"), "none came") + "\n")),
            Resource.at("cors", "/cors", Ways::cors),
            Resource.at("basic", "/basic", Ways::basic),
            Resource.at("form", "/form", Ways::form),
            Resource.at("echo", "/echo", Ways::echo),
            Resource.at("teapot", "/status/418", (request, wire) -> wire.send(418, TEXT, "Short and stout.\n")),
            Resource.below("status", "/status/", "/status/503", Ways::status));

    private Ways() {}

    private static void redirect(PlayRequest request, Wire wire) throws IOException {
        String left = request.path().substring("/redirect/".length());
        int hops = left.matches("[0-9]") ? Integer.parseInt(left) : 0;
        int[] kinds = {302, 301, 307, 303, 308};
        if (hops == 0) {
            wire.send(200, TEXT, "The end of the chain.\n");
        } else {
            wire.send(kinds[hops % kinds.length], TEXT, "", "Location: /redirect/" + (hops - 1));
        }
    }

    private static void cors(PlayRequest request, Wire wire) throws IOException {
        String origin = Objects.requireNonNullElse(request.field("Origin"), "*");
        String allowed = "Access-Control-Allow-Origin: " + origin;
        if (request.method().equals("OPTIONS")) {
            wire.empty(
                    204,
                    allowed,
                    "Access-Control-Allow-Methods: GET, PUT",
                    "Access-Control-Allow-Headers: X-Lens",
                    "Access-Control-Max-Age: 600",
                    "Vary: Origin");
        } else {
            wire.send(200, "application/json", "{\"shared\":true}", allowed, "Vary: Origin");
        }
    }

    private static void basic(PlayRequest request, Wire wire) throws IOException {
        String right = "Basic " + Base64.getEncoder().encodeToString("hop:scope".getBytes(StandardCharsets.UTF_8));
        if (right.equals(request.field("Authorization"))) {
            wire.send(200, TEXT, "Welcome, hop.\n");
        } else {
            wire.send(
                    401,
                    TEXT,
                    "The user is hop, the password scope.\n",
                    "WWW-Authenticate: Basic realm=\"playground\", charset=\"UTF-8\"");
        }
    }

    private static void form(PlayRequest request, Wire wire) throws IOException {
        if (request.method().equals("POST")) {
            echo(request, wire);
        } else {
            wire.send(200, "text/html; charset=utf-8", """
                <!doctype html><meta charset="utf-8"><title>Form</title>
                <form method="post"><p><input name="lens" value="convex &amp; clear"><p><textarea name="note">two
                lines</textarea><p><button>Post</button></form>
                """);
        }
    }

    /** What came, as text. */
    private static void echo(PlayRequest request, Wire wire) throws IOException {
        StringBuilder text = new StringBuilder(request.method())
                .append(' ')
                .append(request.path())
                .append(request.query().isEmpty() ? "" : "?" + request.query())
                .append('\n');
        for (Map.Entry<String, String> field : request.fields()) {
            text.append(field.getKey()).append(": ").append(field.getValue()).append('\n');
        }
        text.append('\n').append(new String(request.body(), StandardCharsets.UTF_8));
        wire.send(200, TEXT, text.toString(), "Cache-Control: no-store");
    }

    private static void status(PlayRequest request, Wire wire) throws IOException {
        String code = request.path().substring("/status/".length());
        int status = code.matches("[2-5][0-9]{2}") ? Integer.parseInt(code) : 400;
        if (status == 204 || status == 304) {
            wire.empty(status);
        } else if (status == 429 || status == 503) {
            wire.send(status, TEXT, "Later.\n", "Retry-After: 30");
        } else {
            wire.send(status, TEXT, "Status " + status + "\n");
        }
    }
}
