package dev.hopscope.proxy;

import dev.hopscope.exchange.Failure;
import dev.hopscope.exchange.Headers;
import dev.hopscope.exchange.Origin;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Local pages for tests: one line of text each. */
public final class PlainPages implements LocalPages {
    @Override
    public Page page(String method, String path, String proxyAddress) {
        return text(200, "OK", "page " + path + " of " + proxyAddress);
    }

    @Override
    public Page failure(int status, Failure failure, @Nullable Origin origin, @Nullable String accept) {
        return text(status, "Refused", failure.phase() + " " + failure.code() + ": " + failure.detail());
    }

    private static Page text(int status, String reason, String text) {
        return new Page(
                status, reason, Headers.of("Content-Type", "text/plain"), text.getBytes(StandardCharsets.UTF_8));
    }
}
