package dev.hopscope.pages;

import dev.hopscope.exchange.Failure;
import dev.hopscope.exchange.Headers;
import dev.hopscope.exchange.Origin;
import dev.hopscope.proxy.LocalPages;
import dev.hopscope.trust.TrustRecipe.Format;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** All pages the proxy serves itself. Called on event loops, several at once; touches no disk after its first page. Holds no captured data. */
public final class HopscopePages implements LocalPages {
    private static final String HTML = "text/html; charset=utf-8";
    private static final String TEXT = "text/plain; charset=utf-8";
    private static final Map<Integer, String> REASONS = Map.ofEntries(
            Map.entry(200, "OK"),
            Map.entry(400, "Bad Request"),
            Map.entry(403, "Forbidden"),
            Map.entry(404, "Not Found"),
            Map.entry(405, "Method Not Allowed"),
            Map.entry(408, "Request Timeout"),
            Map.entry(413, "Content Too Large"),
            Map.entry(414, "URI Too Long"),
            Map.entry(417, "Expectation Failed"),
            Map.entry(421, "Misdirected Request"),
            Map.entry(431, "Request Header Fields Too Large"),
            Map.entry(500, "Internal Server Error"),
            Map.entry(501, "Not Implemented"),
            Map.entry(502, "Bad Gateway"),
            Map.entry(503, "Service Unavailable"),
            Map.entry(504, "Gateway Timeout"),
            Map.entry(505, "HTTP Version Not Supported"),
            Map.entry(508, "Loop Detected"));

    private final Supplier<CompletableFuture<CertificateFiles>> authority;
    private final Supplier<String> boundHost;

    /**
     * @param authority the public files of the authority in force, as soon as they are read
     * @param boundHost where the proxy listens, as it is bound: {@code 0.0.0.0} for all addresses
     */
    public HopscopePages(Supplier<CompletableFuture<CertificateFiles>> authority, Supplier<String> boundHost) {
        this.authority = authority;
        this.boundHost = boundHost;
    }

    /** What is loaded with the first page only. */
    private static final class Parts {
        static final ResourceBundle WORDS = ResourceBundle.getBundle("dev.hopscope.pages.messages");
        static final String STYLE = Template.resource("style.css").strip();
        static final PageHeaders HEADERS = new PageHeaders(STYLE);
        static final StartSite START = new StartSite(WORDS, STYLE);
        static final FailurePage FAILURE = new FailurePage(WORDS, STYLE);
    }

    /** The style sheet of all pages. */
    public static String style() {
        return Parts.STYLE;
    }

    @Override
    public Page page(String method, String path, String proxyAddress) {
        int question = path.indexOf('?');
        String place = question < 0 ? path : path.substring(0, question);
        if (place.equals("/") || place.equals("/index.html")) {
            return html(200, Parts.START.start(proxyAddress, boundHost.get(), files()));
        }
        for (Format format : Format.values()) {
            if (place.equals("/" + format.fileName())) {
                return download(format);
            }
        }
        return html(404, Parts.START.missing(place));
    }

    private Page download(Format format) {
        CertificateFiles files = files();
        if (files == null) {
            String why = Parts.WORDS.getString(
                    authority.get().isCompletedExceptionally() ? "download.failed" : "download.pending");
            return page(503, Parts.HEADERS.of(TEXT), why + "\n");
        }
        Headers headers = Parts.HEADERS.ofDownload(mediaType(format), format.fileName());
        return new Page(200, "OK", headers, files.content(format));
    }

    private static String mediaType(Format format) {
        return switch (format) {
            case PEM -> "application/x-pem-file";
            case DER -> "application/pkix-cert";
            case P12 -> "application/x-pkcs12";
        };
    }

    @Override
    public Page failure(int status, Failure failure, @Nullable Origin origin, @Nullable String accept) {
        return AcceptHeader.prefersHtml(accept)
                ? html(status, Parts.FAILURE.html(status, reason(status), failure, origin))
                : page(status, Parts.HEADERS.of(TEXT), Parts.FAILURE.text(status, reason(status), failure, origin));
    }

    private @Nullable CertificateFiles files() {
        CompletableFuture<CertificateFiles> now = authority.get();
        return now.isCompletedExceptionally() ? null : now.getNow(null);
    }

    private static Page html(int status, String markup) {
        return page(status, Parts.HEADERS.of(HTML), markup);
    }

    private static Page page(int status, Headers headers, String text) {
        return new Page(status, reason(status), headers, text.getBytes(StandardCharsets.UTF_8));
    }

    private static String reason(int status) {
        return REASONS.getOrDefault(status, "");
    }
}
