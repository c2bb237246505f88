package dev.hopscope.interchange.code;

import dev.hopscope.exchange.Headers;
import dev.hopscope.exchange.HttpVersion;
import dev.hopscope.exchange.Origin;
import dev.hopscope.replay.Content;
import dev.hopscope.replay.RequestDraft;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Requests that break what is quoted carelessly; the first part of each path is its number. */
final class HostileRequests {
    private static final String HOSTILE = "it's \"quoted\" $HOME ${HOME} $(touch x) `touch x` %PATH% %s !! !x \\ \\n"
            + " \\' \\\" #{1} @{[1]} &|;<>^*?[]{}~";

    private HostileRequests() {}

    static List<RequestDraft> all(int port) {
        Origin origin = new Origin("http", "127.0.0.1", port);
        List<RequestDraft> all = new ArrayList<>();
        add(all, origin, "GET", "/", Headers.of("Accept", "*/*", "User-Agent", "x/1"), "");
        add(all, origin, "GET", "/", Headers.EMPTY, "");
        add(all, origin, "GET", "/a%20b?q=%27%22&r=$(touch%20x)&s=!x;y=*", Headers.of("X-A", HOSTILE), "");
        add(all, origin, "GET", "/a'b\"`x`|<>{}[]\\^/../%2e/./%7e?%2f", Headers.of("X-A", "1"), "");
        add(all, origin, "GET", "/q?", Headers.of("X-Empty", "", "x-lower", "a", "X-UPPER", "b"), "");
        add(all, origin, "GET", "/d", Headers.of("X-D", "1", "Other", "2", "X-D", "3", "x-d", "4"), "");
        add(
                all,
                origin,
                "GET",
                "/h",
                Headers.of("X-Quote", "\"a\", 'b'; c=\\\"d\\\"", "X-At", "@/etc/passwd", "X-Eq", "=1:2"),
                "");
        add(all, origin, "GET", "/u", Headers.of("X-Utf", octets("gr\u00fc\u00dfe \u2603"), "X-Tab", "a\tb"), "");
        add(all, origin, "GET", "/l", Headers.of("X-Latin", "\u00e9\u00ff\u0080"), "");
        add(all, origin, "HEAD", "/head", Headers.of("Accept", "a/b"), "");
        add(all, origin, "POST", "/none", Headers.EMPTY, "");
        add(all, origin, "POST", "/zero", Headers.of("Content-Length", "0"), "");
        add(all, origin, "PURGE", "/p", Headers.of("X-A", "1"), "");
        add(all, origin, "x'`$(touch|x)".replace("(", "").replace(")", ""), "/m", Headers.of("X-A", "1"), "");
        String type = "text/plain";
        for (String body : List.of(
                "hello",
                HOSTILE,
                "@/etc/passwd",
                "-x",
                "<y",
                "a=b&c=%20d%",
                "line\nline\r\n\n'\n",
                "\r\n!x\r\n",
                "EOF\n'@\n\"@\n)delimiter\"",
                "{\"a\": \"\\u0041\\n\", \"b\": [1, null]}",
                octets("gr\u00fc\u00dfe \u2603 \ud83d\ude00 \u202e\u2028\ufeff"),
                "\0\1\2\u007f\u0080\u00fe\u00ff\0",
                "\u001b[201~touch x\r",
                everyOctet())) {
            add(all, origin, "POST", "/b", Headers.of("Content-Type", type, "Accept", "*/*"), body);
        }
        add(all, origin, "POST", "/untyped", Headers.of("Accept", "*/*"), "body");
        add(all, origin, "PUT", "/long", Headers.of("Content-Type", type), "0123456789abcdef'\n".repeat(12_000));
        add(all, origin, "GET", "/getbody", Headers.of("Content-Type", type), "body");
        add(all, origin, "DELETE", "/delbody", Headers.of("Content-Type", type), "body");
        add(
                all,
                origin,
                "GET",
                "/hop",
                Headers.of("Host", origin.authority(), "Connection", "keep-alive, X-Hop", "X-Hop", "1", "X-Kept", "2"),
                "");
        add(all, origin, "GET", "/host", Headers.of("Host", "other.test", "X-A", "1"), "");
        return all;
    }

    private static void add(
            List<RequestDraft> all, Origin origin, String method, String target, Headers headers, String body) {
        all.add(new RequestDraft(
                origin,
                method,
                "/" + all.size() + target,
                HttpVersion.HTTP_1_1,
                headers,
                Content.of(body.getBytes(StandardCharsets.ISO_8859_1))));
    }

    private static String octets(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    private static String everyOctet() {
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < 256; i++) {
            all.append((char) i);
        }
        return all.toString();
    }
}
