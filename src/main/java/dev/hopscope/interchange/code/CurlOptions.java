package dev.hopscope.interchange.code;

import static dev.hopscope.interchange.code.Trait.ANY_METHOD;
import static dev.hopscope.interchange.code.Trait.ANY_TARGET;
import static dev.hopscope.interchange.code.Trait.ASTERISK;
import static dev.hopscope.interchange.code.Trait.CASE;
import static dev.hopscope.interchange.code.Trait.DUPLICATES;
import static dev.hopscope.interchange.code.Trait.EMPTY_VALUE;
import static dev.hopscope.interchange.code.Trait.GET_BODY;
import static dev.hopscope.interchange.code.Trait.OCTETS;
import static dev.hopscope.interchange.code.Trait.ORDER;
import static dev.hopscope.interchange.code.Trait.OWN_HOST;
import static dev.hopscope.interchange.code.Trait.UNTYPED_BODY;

import dev.hopscope.exchange.Header;
import dev.hopscope.exchange.HttpVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What curl is told of a request, but for the body and before any quoting (curl(1)). Pure, any thread. */
final class CurlOptions {
    /** All that curl carries, on any command line. */
    static final Trait[] CAN = {
        ORDER, CASE, DUPLICATES, OCTETS, EMPTY_VALUE, ANY_TARGET, ASTERISK, OWN_HOST, ANY_METHOD, GET_BODY, UNTYPED_BODY
    };

    private static final Set<String> DECODED = Set.of("gzip", "deflate", "br", "zstd", "identity", "x-gzip");

    /** @param value null for an option that takes none; one char an octet */
    record Option(
            String name, @org.jspecify.annotations.Nullable String value) {}

    private CurlOptions() {}

    /** The URL first, then the options in the order people write them. */
    static List<Option> of(Call call) {
        List<Option> options = new ArrayList<>();
        boolean ordinary = Judge.ordinary(call.draft().target());
        options.add(new Option("url", ordinary ? call.url() : call.draft().origin() + "/"));
        if (!ordinary) {
            options.add(new Option("request-target", call.draft().target()));
        }
        if (call.is("HEAD")) {
            options.add(new Option("head", null));
        } else if (!call.method().equals(call.announced() ? "POST" : "GET")) {
            options.add(new Option("request", call.method()));
        }
        if (call.http10()) {
            options.add(new Option("http1.0", null));
        } else if (call.draft().origin().secure() && call.draft().version() == HttpVersion.HTTP_1_1) {
            options.add(new Option("http1.1", null));
        }
        headers(call, options);
        if (compressed(call)) {
            options.add(new Option("compressed", null));
        }
        return options;
    }

    private static void headers(Call call, List<Option> options) {
        for (String own : List.of("User-Agent", "Accept")) {
            if (!call.fields().has(own)) {
                options.add(new Option("header", own + ":"));
            }
        }
        for (Header field : call.fields()) {
            options.add(new Option(
                    "header", field.value().isEmpty() ? field.name() + ";" : field.name() + ": " + field.value()));
        }
        if (sendsBody(call)) {
            if (!call.fields().has("Content-Type")) {
                options.add(new Option("header", "Content-Type:"));
            }
            if (call.body().length() > 1 << 20) {
                options.add(new Option("header", "Expect:"));
            }
        }
    }

    /** Whether curl is given a body, maybe an empty one. */
    static boolean sendsBody(Call call) {
        return call.announced() && !call.is("HEAD");
    }

    private static boolean compressed(Call call) {
        String codings = call.fields().first("Accept-Encoding");
        if (codings == null || codings.isEmpty()) {
            return false;
        }
        for (String coding : codings.split(",", -1)) {
            if (!DECODED.contains(coding.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT))) {
                return false;
            }
        }
        return true;
    }
}
