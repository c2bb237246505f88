package dev.hopscope.playground;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** Responses that break the rules, so that a failure can be looked at. On the connection's thread. */
final class Broken {
    private static final String TEXT = "text/plain";

    static final List<Resource> ALL = List.of(
            Resource.at("reset", "/broken/reset", (request, wire) -> {
                wire.head(200);
                wire.line("Content-Type: " + TEXT);
                wire.line("Content-Length: 100000");
                wire.line("");
                wire.raw("Half of it, then a reset.\n".repeat(40).getBytes(StandardCharsets.US_ASCII));
                wire.reset();
            }),
            Resource.at("short", "/broken/short-body", (request, wire) -> {
                wire.head(200);
                wire.line("Content-Type: " + TEXT);
                wire.line("Content-Length: 500");
                wire.line("");
                wire.raw("Far fewer than 500 octets.\n".getBytes(StandardCharsets.US_ASCII));
                wire.close();
            }),
            Resource.at("two-lengths", "/broken/two-lengths", (request, wire) -> {
                wire.head(200);
                wire.line("Content-Length: 5");
                wire.line("Content-Length: 7");
                wire.line("");
                wire.raw("hello!!".getBytes(StandardCharsets.US_ASCII));
                wire.close();
            }),
            Resource.at("chunk", "/broken/chunk", (request, wire) -> {
                wire.head(200);
                wire.line("Content-Type: " + TEXT);
                wire.line("Transfer-Encoding: chunked");
                wire.line("");
                wire.raw("5\r\nhello\r\nno number\r\n".getBytes(StandardCharsets.US_ASCII));
                wire.close();
            }),
            Resource.at("garbage", "/broken/garbage", (request, wire) -> {
                wire.raw("This is no HTTP at all.\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                wire.close();
            }),
            Resource.at("silent", "/broken/closed", (request, wire) -> wire.close()),
            Resource.at(
                    "wrong-type",
                    "/broken/wrong-type",
                    (request, wire) -> wire.send(200, "image/png", "{\"type\":\"says PNG, is JSON\"}")),
            Resource.at(
                    "wrong-coding",
                    "/broken/wrong-coding",
                    (request, wire) -> wire.send(200, TEXT, "says gzip, is none", "Content-Encoding: gzip")));

    private Broken() {}
}
