package dev.hopscope.pages;

import dev.hopscope.exchange.Headers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * The fields of every page: nothing may be loaded, run, framed, cached or told to others, since error pages stand under the names of origins. Immutable, any
 * thread. Knows no framing.
 */
final class PageHeaders {
    private final String policy;

    /** @param style the one style sheet, exactly as it stands between its tags */
    PageHeaders(String style) {
        policy = "default-src 'none'; style-src 'sha256-" + hash(style)
                + "'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";
    }

    Headers of(String mediaType) {
        return builder(mediaType).build();
    }

    Headers ofDownload(String mediaType, String fileName) {
        return builder(mediaType)
                .add("Content-Disposition", "attachment; filename=\"" + fileName + "\"")
                .build();
    }

    private Headers.Builder builder(String mediaType) {
        return Headers.builder()
                .add("Content-Type", mediaType)
                .add("Content-Security-Policy", policy)
                .add("X-Content-Type-Options", "nosniff")
                .add("X-Frame-Options", "DENY")
                .add("Cross-Origin-Resource-Policy", "same-origin")
                .add("Referrer-Policy", "no-referrer")
                .add("Cache-Control", "no-store");
    }

    private static String hash(String style) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
