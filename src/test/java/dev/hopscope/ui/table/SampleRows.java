package dev.hopscope.ui.table;

import dev.hopscope.capture.ExchangeRow;
import dev.hopscope.capture.ExchangeRow.Kind;
import dev.hopscope.capture.ExchangeRow.State;
import dev.hopscope.exchange.Headers;
import dev.hopscope.exchange.HttpVersion;
import dev.hopscope.exchange.ResponseHead;
import dev.hopscope.inspect.cache.PackedMarks;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** The rows of the main picture of the design: one of each kind of row. */
public final class SampleRows {
    private final List<ExchangeRow> rows = new ArrayList<>();
    private long id = 1009;

    private SampleRows() {}

    public static List<ExchangeRow> all() {
        SampleRows s = new SampleRows();
        s.ok("21:40:52", "chromium", "GET", 200, "www.shop.example", "/", "HTML", 14_200, 186, 80, 70, 36);
        s.ok("21:40:52", "chromium", "GET", 200, "img.cdn.example", "/css/site.3fa1.css", "CSS", 22_800, 21, 0, 15, 6);
        s.ok("21:40:52", "chromium", "GET", 200, "img.cdn.example", "/js/app.6f2c.js", "JS", 148_000, 44, 0, 22, 22);
        s.ok("21:40:52", "chromium", "GET", 200, "img.cdn.example", "/hero/1600.webp", "WebP", 201_000, 63, 10, 23, 30);
        s.ok("21:40:52", "chromium", "GET", 304, "img.cdn.example", "/fonts/inter.woff2", "Font", 0, 18, 0, 18, 0);
        s.ok("21:40:53", "chromium", "GET", 304, "img.cdn.example", "/icons.svg", "SVG", 0, 16, 0, 16, 0);
        s.add(s.base("21:40:53", "chromium", "CONNECT", "push.mozilla.example", "")
                .kind(Kind.TUNNEL)
                .target("", "push.mozilla.example", 443)
                .status(200)
                .bytes(900, 8_400)
                .duration(64_100_000)
                .cause("ignored-host: push"));
        s.ok("21:40:54", "chromium", "GET", 200, "api.shop.example", "/v1/session", "JSON", 412, 58, 20, 30, 8);
        s.ok("21:40:54", "chromium", "OPTIONS", 204, "api.shop.example", "/v1/orders", "", 0, 24, 0, 24, 0);
        s.ok("21:40:54", "curl", "POST", 201, "api.shop.example", "/v1/orders", "JSON", 1_900, 158, 40, 110, 8);
        s.ok("21:40:55", "chromium", "GET", 302, "www.shop.example", "/account", "", 0, 39, 0, 39, 0);
        s.ok(
                "21:40:55",
                "chromium",
                "GET",
                200,
                "auth.shop.example",
                "/login?next=%2Faccount",
                "HTML",
                6_100,
                88,
                40,
                40,
                8);
        s.add(s.base("21:40:57", "pip", "CONNECT", "pypi.example", "")
                .kind(Kind.HANDSHAKE)
                .state(State.FAILED)
                .target("", "pypi.example", 443)
                .bytes(0, -1)
                .duration(12_000)
                .cause("client-refused: CA not trusted by pip"));
        s.ok(
                "21:40:58",
                "python",
                "GET",
                200,
                "api.shop.example",
                "/v1/products?page=1&size=500&sort=-updated",
                "JSON",
                48_700,
                212,
                60,
                120,
                32);
        s.ok(
                "21:40:58",
                "python",
                "GET",
                200,
                "api.shop.example",
                "/v1/products?page=2&size=500&sort=-updated",
                "JSON",
                47_900,
                164,
                0,
                130,
                34);
        s.ok("21:40:59", "python", "GET", 404, "api.shop.example", "/v1/products/9917", "JSON", 96, 31, 0, 30, 1);
        s.ok("21:41:00", "node", "PUT", 409, "api.shop.example", "/v1/cart/lines/2", "JSON", 188, 47, 0, 46, 1);
        s.ok("21:41:00", "node", "DELETE", 204, "api.shop.example", "/v1/cart/lines/2", "", 0, 42, 0, 42, 0);
        s.add(s.base("21:41:01", "node", "GET", "ledger.int.example", "/rates")
                .status(502)
                .state(State.FAILED)
                .bytes(0, 1_100)
                .duration(66_000)
                .shares(66_000, 0, 0)
                .answeredHere(true)
                .cause("certificate-expired: Origin certificate expired"));
        s.ok("21:41:02", "java", "POST", 500, "pay.shop.example", "/v2/charges", "JSON", 340, 1_240, 0, 1_238, 2);
        s.ok("21:41:03", "java", "POST", 200, "pay.shop.example", "/v2/charges", "JSON", 2_200, 380, 0, 378, 2);
        s.add(s.base("21:41:03", "java", "CONNECT", "db.shop.example", "")
                .kind(Kind.TUNNEL)
                .target("", "db.shop.example", 5432)
                .status(200)
                .bytes(900, 1_200_000)
                .duration(9_800_000)
                .cause("not-tls: no TLS"));
        s.ok("21:41:04", "curl", "GET", 206, "img.cdn.example", "/video/intro.mp4", "MP4", 1_000_000, 240, 0, 20, 220);
        s.add(s.base("21:41:05", "curl", "GET", "reports.shop.example", "/all")
                .status(504)
                .state(State.FAILED)
                .bytes(0, -1)
                .duration(30_000_000)
                .shares(0, 30_000_000, 0)
                .answeredHere(true)
                .cause("response-timeout: No answer within 30 s"));
        s.add(s.base("21:41:06", "chromium", "GET", "live.shop.example", "/socket")
                .status(101)
                .upgraded(true)
                .type("WS")
                .bytes(100, 18_300)
                .duration(14_200_000)
                .shares(0, 60_000, 14_140_000));
        s.ok(
                "21:41:07",
                "curl",
                "GET",
                200,
                "api.shop.example",
                "/v1/cart?currency=EUR",
                "JSON",
                12_400,
                88,
                36,
                43,
                9);
        s.add(s.base("21:41:09", "curl", "GET", "api.shop.example", "/v1/cart?currency=EUR")
                .status(200)
                .type("JSON")
                .bytes(0, 12_900)
                .duration(52_000)
                .shares(0, 44_000, 8_000)
                .original(1034));
        s.ok(
                "21:41:10",
                "chromium",
                "GET",
                200,
                "api.shop.example",
                "/v1/recommendations",
                "JSON",
                9_300,
                71,
                0,
                66,
                5);
        s.ok("21:41:10", "chromium", "GET", 200, "img.cdn.example", "/p/8841/400.avif", "AVIF", 18_600, 19, 0, 10, 9);
        s.add(s.base("21:41:11", "chromium", "GET", "api.shop.example", "/v1/stream/stock")
                .state(State.PENDING)
                .status(200)
                .type("SSE")
                .bytes(0, 3_100)
                .started(now() - 2_300_000));
        s.add(s.base("21:41:12", "java", "POST", "pay.shop.example", "/v2/refunds")
                .state(State.PENDING)
                .status(0)
                .bytes(0, -1)
                .started(now() - 840_000));
        return s.rows;
    }

    private static long now() {
        return System.currentTimeMillis() * 1000;
    }

    private void ok(
            String at,
            String client,
            String method,
            int status,
            String host,
            String path,
            String type,
            long size,
            long ms,
            long setup,
            long wait,
            long receive) {
        add(base(at, client, method, host, path)
                .status(status)
                .type(type)
                .bytes(0, size)
                .duration(ms * 1000)
                .shares(setup * 1000, wait * 1000, receive * 1000));
    }

    private ExchangeRow.Builder base(String at, String client, String method, String host, String path) {
        long micros = LocalTime.parse(at)
                        .atDate(LocalDate.of(2026, 11, 23))
                        .atZone(ZoneId.systemDefault())
                        .toEpochSecond()
                * 1_000_000;
        return ExchangeRow.builder(id++)
                .started(micros)
                .state(State.COMPLETED)
                .client(client)
                .method(method)
                .target("https", host, 443)
                .path(path, false)
                .protocol(path.isEmpty() ? "" : host.startsWith("img") ? "2" : "1.1")
                .opened(!path.isEmpty());
    }

    private void add(ExchangeRow.Builder row) {
        rows.add(row.cacheMarks(marks(id - 1)).build());
    }

    /** Marks of some rows, as the fields of caches give them. */
    private static long marks(long id) {
        return switch ((int) id) {
            case 1009, 1024 -> bits("CF-Cache-Status", "MISS");
            case 1010, 1037 -> bits("CF-Cache-Status", "HIT");
            case 1011, 1012, 1034 ->
                bits("X-Served-By", "cache-par1-PAR, cache-fra2-FRA", "X-Cache", "MISS, HIT", "X-Cache-Hits", "0, 14");
            case 1013, 1014 -> bits("CF-Cache-Status", "REVALIDATED");
            case 1016, 1018, 1025 -> bits("CF-Cache-Status", "DYNAMIC");
            case 1019, 1020 -> bits("X-Cache-Status", "BYPASS");
            case 1022 -> bits("CF-Cache-Status", "STALE");
            case 1023 -> bits("CF-Cache-Status", "EXPIRED", "X-Varnish", "1 2", "X-Drupal-Cache", "MISS");
            case 1028 -> bits("X-Cache", "Error from cloudfront");
            case 1029 -> bits("Via", "1.1 varnish");
            case 1036 -> bits("Cache-Status", "edge; fwd=miss; collapsed");
            default -> 0;
        };
    }

    private static long bits(String... fields) {
        return PackedMarks.bits(null, new ResponseHead(HttpVersion.HTTP_1_1, 200, "OK", Headers.of(fields)));
    }
}
