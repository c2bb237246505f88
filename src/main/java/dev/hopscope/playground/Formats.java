package dev.hopscope.playground;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** Bodies of many kinds and codings. Any thread. */
final class Formats {
    private static final int BIG = 4 << 20;

    static final List<Resource> ALL = List.of(
            Resource.at("json", "/json", (request, wire) -> wire.send(200, "application/json", catalogue(4))),
            Resource.at("gzip", "/gzip", (request, wire) -> gzip(wire)),
            Resource.at(
                    "br",
                    "/br",
                    (request, wire) -> wire.send(
                            200,
                            "application/json",
                            file("catalogue.json.br"),
                            "Content-Encoding: br",
                            "Vary: Accept-Encoding")),
            Resource.at("plain", "/plain", (request, wire) -> wire.send(200, "application/json", catalogue(600))),
            Resource.at("xml", "/xml", (request, wire) -> wire.send(200, "application/xml", xml())),
            Resource.at("text", "/text", (request, wire) -> text(wire)),
            Resource.at(
                    "png",
                    "/image.png",
                    (request, wire) ->
                            wire.send(200, "image/png", file("hops.png"), "Cache-Control: public, max-age=3600")),
            Resource.at("jpeg", "/image.jpg", (request, wire) -> wire.send(200, "image/jpeg", file("hops.jpg"))),
            Resource.at("webp", "/image.webp", (request, wire) -> wire.send(200, "image/webp", file("hops.webp"))),
            Resource.at("svg", "/image.svg", (request, wire) -> wire.send(200, "image/svg+xml", file("hops.svg"))),
            Resource.at("big", "/big", Formats::big));

    private Formats() {}

    /** A list of things to buy: some 200 octets each. */
    static String catalogue(int items) {
        StringBuilder json = new StringBuilder("{\"shop\":\"playground\",\"currency\":\"EUR\",\"items\":[");
        for (int i = 1; i <= items; i++) {
            json.append(i == 1 ? "" : ",")
                    .append("{\"id\":")
                    .append(i)
                    .append(",\"name\":\"Lens no. ")
                    .append(i)
                    .append("\",\"price\":")
                    .append(i * 7 % 90 + 10)
                    .append(".50,\"inStock\":")
                    .append(i % 3 != 0)
                    .append(",\"tags\":[\"optics\",\"glass\"],\"size\":{\"diameter\":")
                    .append(20 + i % 30)
                    .append(",\"unit\":\"mm\"},\"note\":null}");
        }
        return json.append("]}").toString();
    }

    private static void gzip(Wire wire) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(catalogue(60).getBytes(StandardCharsets.UTF_8));
        }
        wire.send(200, "application/json", packed.toByteArray(), "Content-Encoding: gzip", "Vary: Accept-Encoding");
    }

    private static void text(Wire wire) throws IOException {
        byte[] latin =
                "Straße, café, naïve: this text is ISO-8859-1, and says so.\n".getBytes(StandardCharsets.ISO_8859_1);
        wire.send(200, "text/plain; charset=iso-8859-1", latin);
    }

    private static String xml() {
        return """
            <?xml version="1.0" encoding="UTF-8"?>
            <order id="17"><line lens="3" count="2"/><line lens="9" count="1"/><to>Playground</to></order>
            """;
    }

    private static void big(PlayRequest request, Wire wire) throws IOException {
        wire.head(200);
        wire.line("Content-Type: text/plain; charset=utf-8");
        wire.line("Content-Length: " + BIG);
        wire.line("");
        if (request.head()) {
            wire.raw(new byte[0]);
            return;
        }
        byte[] block = "The same sixty-four octets again and again, for a body of 4 MB.\n"
                .repeat(1024)
                .getBytes(StandardCharsets.US_ASCII);
        for (int sent = 0; sent < BIG; sent += block.length) {
            wire.raw(block);
        }
    }

    static byte[] file(String name) {
        try (InputStream in = Formats.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the resource " + name + " is missing");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
