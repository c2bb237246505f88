package dev.hopscope.app;

/** No picture, but the traffic of all that follow: a page in Chromium, and requests of curl that succeed and fail. */
final class TrafficScene implements PictureScene {
    @Override
    public void take(Pictures p) throws Exception {
        p.curl(p.url("/cdn/catalogue"), "-H", "Origin: https://app.shop.example", "-H", "Accept-Encoding: gzip");
        p.curl("--compressed", p.url("/api/cart?currency=EUR"), "-H", "TE: trailers", "-H", "Connection: TE, X-Debug");
        p.curl("--compressed", p.url("/api/cart?currency=EUR&page=2"));
        p.curl(p.url("/parts"), "-F", "title=Blue cup", "-F", "picture=@" + p.picture() + ";type=image/png");
        p.browse(p.url("/"));
        p.awaitRows(40);
        p.curl(
                "-X",
                "POST",
                p.url("/api/orders"),
                "-d",
                "{\"sku\":\"A-1\",\"quantity\":2}",
                "-H",
                "Content-Type: application/json",
                "-H",
                "Accept: application/json",
                "-H",
                "Authorization: Bearer eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiI3In0.c2lnbmF0dXJl");
        p.curl(
                "-X",
                "PUT",
                p.url("/api/cart/lines/2"),
                "-d",
                "{\"quantity\":3}",
                "-H",
                "Content-Type: application/json");
        p.curl("-X", "DELETE", p.url("/api/cart/lines/2"));
        p.curl(p.url("/cdn/hero.png"));
        p.curl(p.url("/cdn/featured"), "-H", "Accept: text/html");
        p.curl("--compressed", p.url("/cdn/featured"), "-H", "Accept: application/json");
        p.curl("-X", "POST", p.url("/cdn/featured"), "-d", "sku=A-1", "-H", "Accept: application/json");
        p.curl(p.url("/cdn/featured"), "-H", "Accept: */*");
        p.curl("--compressed", p.url("/cdn/featured"), "-H", "Accept: application/json");
        p.curl("--compressed", p.url("/cdn/featured"), "-H", "Accept: application/json");
        p.curl(p.url("/cdn/stale.css"));
        p.curl(p.url("/cdn/offers"));
        p.curl(p.url("/account"));
        p.curl(p.url("/api/slow"));
        p.curl(p.url("/missing"));
        p.curlWithoutTrust(p.url("/api/cart"));
        p.curl("http://no-such-host.test/");
        p.curl("http://127.0.0.1:1/reports");
        p.curl("--compressed", p.url("/api/cart?currency=EUR"), "-H", "Accept-Language: fr");
    }
}
