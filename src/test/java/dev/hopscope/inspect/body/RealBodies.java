package dev.hopscope.inspect.body;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** One realistic body for each view, as clients and origins send them. */
public final class RealBodies {
    private RealBodies() {}

    /**
     * A message's body.
     *
     * @param view that suits it best
     * @param headers name, value, name, value
     */
    public record Real(String view, List<String> headers, byte[] bytes) {
        @Override
        public String toString() {
            return view;
        }

        public String type() {
            int at = headers.indexOf("Content-Type");
            return at < 0 ? "" : headers.get(at + 1);
        }
    }

    public static List<Real> all() {
        return List.of(
                text(
                        "json",
                        "application/json",
                        "{\"cart\":{\"id\":\"c-91\",\"items\":[{\"sku\":\"TEA-100\",\"quantity\":2,\"price\":4.50,\"gift\":false},{\"sku\":\"MUG\",\"quantity\":1,\"price\":12,\"gift\":null}],\"note\":\"Grüße"
                            + " & \\\"quotes\\\"\"},\"total\":21.00,\"empty\":{},\"none\":[]}"),
                text(
                        "markup",
                        "text/html; charset=utf-8",
                        "<!doctype html><html lang=en><head><meta"
                            + " charset=utf-8><title>Tea</title><style>b{c:d}</style></head><body><ul"
                            + " class=\"menu\"><li><a href=\"/a?b=1&amp;c=2\">First</a></li><li>Second</li></ul><!--"
                            + " end --></body></html>"),
                text(
                        "css",
                        "text/css",
                        "@import"
                            + " url(\"base.css\");:root{--accent:#4B50C7}.menu>li:hover,a[href^=\"http\"]{color:var(--accent);background:url(data:image/png;base64,iVBORw0KGgo=)"
                            + " no-repeat}@media (max-width:600px){.menu{display:none}}/* end */"),
                text(
                        "script",
                        "text/javascript",
                        "!function(t){\"use strict\";var e=/[/]\\d+/gi,n={a:1,b:[2,3]};for(var"
                            + " i=0;i<3;i++){n.b.push(i)}if(e.test(t.location)){fetch(`/api/${n.a}`).then((r)=>{return"
                            + " r.json()}).catch(function(){})}else{console.log('none')}}(window);// end"),
                text(
                        "form",
                        "application/x-www-form-urlencoded",
                        "name=J%C3%BCrgen+M&email=j%40shop.example&item=1&item=2&empty=&flag"),
                new Real(
                        "multipart",
                        List.of("Content-Type", "multipart/form-data; boundary=----form7MA4YWxk"),
                        multipart()),
                new Real("image", List.of("Content-Type", "image/gif"), gif()),
                text(
                        "lines",
                        "application/x-ndjson",
                        "{\"level\":\"info\",\"at\":\"09:00:01\",\"text\":\"started\"}\n"
                                + "{\"level\":\"warn\",\"at\":\"09:00:07\",\"text\":\"slow answer\",\"ms\":1840}\n"
                                + "{\"level\":\"info\",\"at\":\"09:01:11\",\"text\":\"stopped\"}\n"),
                text(
                        "events",
                        "text/event-stream",
                        ": connected\n\n"
                                + "retry: 3000\n"
                                + "id: 41\n"
                                + "event: price\n"
                                + "data: {\"sku\":\"TEA-100\",\"price\":4.50}\n\n"
                                + "id: 42\n"
                                + "data: first line\n"
                                + "data: second line\n\n"
                                + "event: price\n"
                                + "data: {\"sku\":\"MUG\",\"price\":11.90}\n\n"),
                text(
                        "graphql",
                        "application/json",
                        "{\"operationName\":\"Cart\",\"query\":\"query Cart($id: ID!, $n: Int = 5) { cart(id: $id) {"
                            + " id total items(first: $n) @include(if: true) { ...Item } } } fragment Item on CartItem"
                            + " { sku quantity price(unit: {currency: \\\"EUR\\\"})"
                            + " }\",\"variables\":{\"id\":\"c-91\",\"n\":10}}"),
                text(
                        "jwt",
                        "application/jwt",
                        "eyJhbGciOiJSUzI1NiIsInR5cCI6IkpXVCIsImtpZCI6ImsxIn0.eyJpc3MiOiJodHRwczovL2lkLmV4YW1wbGUiLCJzdWIiOiJ1LTEwMDIiLCJhdWQiOiJzaG9wIiwiaWF0IjoxNzY0MDAwMDAwLCJleHAiOjE3NjQwMDM2MDAsInNjb3BlIjoiY2FydCBvcmRlcnMifQ.c2lnbmF0dXJlLW9mLXRlc3Q"),
                new Real("protobuf", List.of("Content-Type", "application/x-protobuf"), protobuf()),
                new Real("grpc", List.of("Content-Type", "application/grpc+proto", "grpc-encoding", "gzip"), grpc()),
                new Real("cbor", List.of("Content-Type", "application/cbor"), cbor()),
                text("text", "text/plain", "GET /robots.txt\nUser-agent: *\nDisallow: /cart\n"),
                new Real("hex", List.of("Content-Type", "application/octet-stream"), new byte[] {
                    0, 1, 2, 3, 0, -1, -2, 'H', 'i', 0, 127, 27
                }));
    }

    private static Real text(String view, String type, String text) {
        return new Real(view, List.of("Content-Type", type), text.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] multipart() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(
                latin1("------form7MA4YWxk\r\nContent-Disposition: form-data; name=\"title\"\r\n\r\nHoliday\r\n"));
        out.writeBytes(latin1("------form7MA4YWxk\r\n"
                + "Content-Disposition: form-data; name=\"meta\"\r\n"
                + "Content-Type: application/json\r\n\r\n"
                + "{\"tags\":[\"sea\",\"sun\"],\"private\":true}\r\n"));
        out.writeBytes(latin1("------form7MA4YWxk\r\n"
                + "Content-Disposition: form-data; name=\"picture\"; filename=\"dot.gif\"\r\n"
                + "Content-Type: image/gif\r\n\r\n"));
        out.writeBytes(gif());
        out.writeBytes(latin1("\r\n------form7MA4YWxk--\r\n"));
        return out.toByteArray();
    }

    private static byte[] latin1(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** One pixel. */
    private static byte[] gif() {
        return HexFormat.of()
                .parseHex("47494638396101000100800000ff000000000021f90401000000002c00000000010001000002024401003b");
    }

    /** <code>{1: 150, 2: "TEA-100", 3: {1: 2, 2: "Ceylon"}, 4: double 4.5, 5: 1764000000, 6: bytes}</code> */
    private static byte[] protobuf() {
        return HexFormat.of()
                .parseHex("089601" + "12075445412d313030" + "1a0a0802" + "1206" + "4365796c6f6e" + "210000000000001240"
                        + "2880dc91c906" + "3204deadbeef");
    }

    private static byte[] grpc() {
        byte[] message = protobuf();
        byte[] zipped = gzip(message);
        return ByteBuffer.allocate(10 + message.length + zipped.length)
                .put((byte) 0)
                .putInt(message.length)
                .put(message)
                .put((byte) 1)
                .putInt(zipped.length)
                .put(zipped)
                .array();
    }

    private static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** <code>55799({"id": 7, "tags": ["a", true, null], "when": 1(1764000000), "raw": h'dead', "ratio": 1.5, "n": -10})</code> */
    private static byte[] cbor() {
        return HexFormat.of()
                .parseHex("d9d9f7a6" + "626964" + "07" + "6474616773" + "836161f5f6" + "647768656e" + "c11a69247d00"
                        + "63726177" + "42dead" + "65726174696f" + "f93e00" + "616e" + "29");
    }
}
