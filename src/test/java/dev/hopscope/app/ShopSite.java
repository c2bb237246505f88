package dev.hopscope.app;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.hopscope.proxy.tls.TestPki;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.zip.GZIPOutputStream;
import javax.imageio.ImageIO;
import javax.net.ssl.SSLContext;

/** A small shop over HTTPS on 127.0.0.1 whose page needs a hundred further resources: styles, scripts, pictures, data, some missing. Its own threads. */
final class ShopSite implements AutoCloseable {
    static final int RESOURCES = 100;

    private final HttpsServer server;
    private final byte[] picture = picture();
    private final AtomicInteger etags = new AtomicInteger(82);

    /** @param trust where the certificate of its authority is written, for the proxy to trust */
    ShopSite(String host, Path trust) throws Exception {
        TestPki.Issued root = TestPki.root("Shop root");
        TestPki.Issued leaf = TestPki.leaf(host).dns(host).from(root).issue();
        Files.copy(root.pem(Objects.requireNonNull(trust.getParent())), trust);
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(leaf.keys().getKeyManagers(), null, null);
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
        server.setHttpsConfigurator(new HttpsConfigurator(tls));
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    private void answer(HttpExchange x) throws IOException {
        String path = x.getRequestURI().getPath();
        if (path.equals("/")) {
            x.getResponseHeaders().add("Set-Cookie", "basket=17; Path=/; HttpOnly; SameSite=Lax");
            send(x, 200, "text/html; charset=utf-8", "no-cache", page().getBytes(StandardCharsets.UTF_8));
        } else if (path.startsWith("/cdn/")) {
            fromCdn(x, path.substring(5));
        } else if (path.startsWith("/api/cart") && !x.getRequestMethod().equals("GET")) {
            boolean put = x.getRequestMethod().equals("PUT");
            send(x, put ? 409 : 200, "application/json", "no-store", bytes("{\"error\":\"stale version\"}\n"));
        } else if (path.startsWith("/api/cart")) {
            boolean second = String.valueOf(x.getRequestURI().getQuery()).contains("page=2");
            x.getResponseHeaders().add("Set-Cookie", "sid=8f2c1" + (second ? "7" : "") + "; Path=/; HttpOnly; Secure");
            x.getResponseHeaders().set("Vary", "Accept-Encoding");
            x.getResponseHeaders().set("Server-Timing", "db;dur=" + (second ? 31 : 24));
            send(x, 200, "application/json", "private, no-store", bytes(cart(second)));
        } else if (path.equals("/api/orders")) {
            order(x, new String(x.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        } else if (path.equals("/api/slow")) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1300));
            send(x, 500, "application/json", "no-store", bytes("{\"error\":\"upstream timed out\"}\n"));
        } else if (path.equals("/account")) {
            x.getResponseHeaders().set("Location", "/login?next=%2Faccount");
            send(x, 302, "text/html; charset=utf-8", "no-store", bytes("<p>Log in.\n"));
        } else if (path.equals("/parts")) {
            send(x, 200, "application/json", "no-store", bytes("{\"received\":2}\n"));
        } else if (path.startsWith("/css/")) {
            send(
                    x,
                    200,
                    "text/css",
                    "public, max-age=31536000, immutable",
                    "main { margin: 2em; color: #223 }\n".repeat(30).getBytes(StandardCharsets.UTF_8));
        } else if (path.startsWith("/js/")) {
            send(
                    x,
                    200,
                    "text/javascript",
                    "public, max-age=600",
                    "addEventListener('load', () => 1);\n".repeat(40).getBytes(StandardCharsets.UTF_8));
        } else if (path.startsWith("/api/")) {
            String body = "{\"sku\":\"" + path.substring(5) + "\",\"price\":{\"amount\":1290,\"currency\":\"EUR\"},"
                    + "\"stock\":[{\"store\":\"Ghent\",\"left\":4},{\"store\":\"Lyon\",\"left\":0}]}";
            x.getResponseHeaders().set("Vary", "Accept-Encoding");
            send(x, 200, "application/json", "private, max-age=30", body.getBytes(StandardCharsets.UTF_8));
        } else if (path.startsWith("/img/") && !path.endsWith("13.png")) {
            send(x, 200, "image/png", "public, max-age=86400", picture);
        } else {
            send(x, 404, "text/plain; charset=utf-8", "no-store", "nothing here\n".getBytes(StandardCharsets.UTF_8));
        }
    }

    private static void order(HttpExchange x, String asked) throws IOException {
        if (asked.matches("(?s).*\"quantity\":\\s*0.*")) {
            String why = "{\"error\":{\"code\":\"quantity_too_small\",\"path\":\"quantity\",\"minimum\":1}}\n";
            send(x, 422, "application/json", "no-store", bytes(why));
            return;
        }
        x.getResponseHeaders().set("Location", "/api/orders/o_991");
        send(x, 201, "application/json", "no-store", bytes("{\"order\":\"o_991\"}\n"));
    }

    /** What comes over a network of caches, by the words of their fields. */
    private void fromCdn(HttpExchange x, String name) throws IOException {
        var headers = x.getResponseHeaders();
        switch (name) {
            case "hero.png" -> {
                headers.set("Age", "88");
                headers.set("X-Served-By", "cache-fra-etou8220100-FRA, cache-par-lfpg1960042-PAR");
                headers.set("X-Cache", "MISS, HIT");
                headers.set("X-Cache-Hits", "0, 14");
                send(x, 200, "image/png", "public, max-age=300", picture);
            }
            case "stale.css" -> {
                headers.set("Age", "720");
                headers.set("Cache-Status", "\"edge\"; hit; ttl=-120");
                send(x, 200, "text/css", "public, max-age=600", bytes("main { margin: 2em }\n"));
            }
            case "featured" -> {
                if (x.getRequestMethod().equals("POST")) {
                    plain(x, 200, "application/json", "no-store", bytes("{\"added\":\"A-1\"}\n"));
                    return;
                }
                headers.set("Age", "88");
                headers.set("X-Served-By", "cache-fra-etou8220100-FRA, cache-par-lfpg1960042-PAR");
                headers.set("X-Cache", "MISS, HIT");
                headers.set("X-Cache-Hits", "0, 14");
                headers.set("Vary", "Accept-Encoding, Accept");
                headers.set("ETag", "\"c" + etags.getAndIncrement() + "\"");
                String life = "public, max-age=60, s-maxage=300, stale-while-revalidate=600";
                send(x, 200, "application/json", life, bytes(cart(false)));
            }
            case "offers" -> {
                headers.set("CF-Cache-Status", "DYNAMIC");
                headers.set("CF-RAY", "8e7a1f2b3c4d5e6f-FRA");
                send(x, 200, "application/json", "no-cache", bytes("{\"offers\":[]}\n"));
            }
            default -> {
                headers.set("Age", "120");
                headers.set("X-Cache", "HIT");
                headers.set("Access-Control-Allow-Origin", "https://www.shop.example");
                headers.set("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
                headers.set(
                        "Content-Security-Policy",
                        "default-src 'self'; script-src 'self' 'unsafe-inline'; img-src * data:; frame-ancestors"
                                + " 'none'");
                headers.add("Set-Cookie", "seen=17; Path=/; SameSite=None");
                byte[] page = bytes("<!doctype html><title>Catalogue</title>\n"
                        + "<li class=item>Vinegar and oil, cold pressed</li>\n".repeat(800));
                plain(x, 200, "text/html", "public, max-age=300, stale-while-revalidate=86400", page);
            }
        }
    }

    private static String cart(boolean second) {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 12; i++) {
            lines.append(i == 0 ? "" : ",")
                    .append("{\"sku\":\"A-")
                    .append(i)
                    .append("\",\"title\":\"Café filter №")
                    .append(i)
                    .append("\",\"quantity\":")
                    .append(second && i == 1 ? 2 : 1)
                    .append(",\"price\":{\"net\":")
                    .append(second && i == 1 ? 17.9 : 18.4 + i)
                    .append(",\"vat\":0.19}}");
        }
        return "{\"id\":\"c_4127\",\"currency\":\"EUR\",\"lines\":[" + lines + "],\"voucher\":"
                + (second ? "null" : "{\"code\":\"WELCOME\"}") + ",\"total\":" + (second ? "91.10" : "74.30") + "}";
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static void plain(HttpExchange x, int status, String type, String cacheControl, byte[] body)
            throws IOException {
        try (x) {
            x.getRequestBody().readAllBytes();
            x.getResponseHeaders().set("Content-Type", type);
            x.getResponseHeaders().set("Cache-Control", cacheControl);
            x.sendResponseHeaders(status, body.length);
            x.getResponseBody().write(body);
        }
    }

    /** Text is compressed for clients that take gzip. */
    private static void send(HttpExchange x, int status, String type, String cacheControl, byte[] body)
            throws IOException {
        try (x) {
            x.getRequestBody().readAllBytes();
            x.getResponseHeaders().set("Content-Type", type);
            x.getResponseHeaders().set("Cache-Control", cacheControl);
            String accepted = x.getRequestHeaders().getFirst("Accept-Encoding");
            byte[] sent = body;
            if (accepted != null && accepted.contains("gzip") && !type.startsWith("image/")) {
                ByteArrayOutputStream packed = new ByteArrayOutputStream();
                try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
                    gzip.write(body);
                }
                sent = packed.toByteArray();
                x.getResponseHeaders().set("Content-Encoding", "gzip");
            }
            x.sendResponseHeaders(status, sent.length);
            x.getResponseBody().write(sent);
        }
    }

    private static String page() {
        StringBuilder html = new StringBuilder("<!doctype html><title>Shop</title>\n");
        for (int i = 0; i < 10; i++) {
            html.append("<link rel=stylesheet href=/css/part").append(i).append(".css>\n");
            html.append("<script src=/js/part").append(i).append(".js></script>\n");
        }
        for (int i = 0; i < 50; i++) {
            html.append("<img alt='' src=/img/").append(i).append(".png>\n");
        }
        html.append("<script>for (let i = 0; i < 30; i++) fetch('/api/products/' + i)</script>\n");
        return html.toString();
    }

    static byte[] picture() throws IOException {
        BufferedImage image = new BufferedImage(160, 120, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < 120; y++) {
            for (int x = 0; x < 160; x++) {
                image.setRGB(x, y, new Color(x + 90, y * 2, (x * y) % 200).getRGB());
            }
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        return out.toByteArray();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
