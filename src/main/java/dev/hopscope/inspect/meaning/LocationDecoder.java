package dev.hopscope.inspect.meaning;

import dev.hopscope.exchange.Origin;
import dev.hopscope.exchange.RequestHead;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Location and other addresses, seen from the request (RFC 9110 §10.2.2). Any thread. Goes nowhere. */
final class LocationDecoder implements FieldDecoder {
    @Override
    public Set<String> names() {
        return Set.of("location", "content-location", "referer", "host");
    }

    @Override
    public void decode(String name, String value, Setting setting, Parts out) {
        if (name.equals("host")) {
            host(value, setting, out);
            return;
        }
        URI base = address(setting);
        URI given;
        try {
            given = new URI(value);
        } catch (URISyntaxException e) {
            out.advice(value, "Not an address by the letter of RFC 3986; browsers may still read it.");
            return;
        }
        URI target = base == null || given.isAbsolute() ? given : base.resolve(given);
        if (!given.isAbsolute() && base != null) {
            out.add(value, "seen from the request: " + target);
        }
        compare(name, value, target, setting, out);
        if (name.equals("referer") && given.getRawQuery() != null) {
            out.add("", "It tells the query of the page too.");
        }
    }

    private static void compare(String name, String value, URI target, Setting setting, Parts out) {
        Origin origin = setting.origin();
        String host = target.getHost();
        if (origin == null || host == null) {
            return;
        }
        if (name.equals("location") && origin.secure() && "http".equalsIgnoreCase(target.getScheme())) {
            out.advice(value, "Leads from https back to plain http.");
        } else if (name.equals("location") && !origin.secure() && "https".equalsIgnoreCase(target.getScheme())) {
            out.add(value, "leads from http to https");
        }
        out.add(value, host.equalsIgnoreCase(origin.host()) ? "the same host" : "another host: " + host);
        URI base = address(setting);
        if (name.equals("location") && base != null && base.equals(target) && redirect(setting)) {
            out.advice(
                    value, "Leads to the very address of the request: without a cookie or other change it never ends.");
        }
    }

    private static boolean redirect(Setting setting) {
        return setting.response() != null
                && setting.response().status() / 100 == 3
                && setting.request() != null
                && setting.request().method().equals("GET");
    }

    private static void host(String value, Setting setting, Parts out) {
        Origin origin = setting.origin();
        if (setting.headers().all("Host").size() > 1) {
            out.fault(value, "Stands here more than once: the request has to be refused (RFC 9112 §3.2).");
        }
        if (origin != null) {
            boolean same = value.equalsIgnoreCase(origin.authority())
                    || value.toLowerCase(Locale.ROOT)
                            .equals(origin.endpoint().toString().toLowerCase(Locale.ROOT));
            if (same) {
                out.add(value, "the host this request goes to");
            } else {
                out.advice(value, "Another host than the request goes to, which is " + origin.authority() + ".");
            }
        }
    }

    private static @Nullable URI address(Setting setting) {
        RequestHead request = setting.request();
        if (request == null || setting.origin() == null) {
            return null;
        }
        try {
            return request.target().startsWith("/")
                    ? new URI(setting.origin() + request.target())
                    : new URI(request.target());
        } catch (URISyntaxException e) {
            return null;
        }
    }
}
