package dev.hopscope.inspect.cache;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** All vendors, in the order they are asked: those that know their fields well before those that take what is left. Any thread. */
public final class CacheVendors {
    public static final List<CacheVendor> ALL = List.of(
            new HopscopeCache(),
            new CacheStatus(),
            new Cloudflare(),
            new Wikimedia(),
            new CloudFront(),
            new Akamai(),
            new Fastly(),
            new AzureFrontDoor(),
            new Edgecast(),
            new Alibaba(),
            new Tencent(),
            new Bunny(),
            new KeyCdn(),
            new Vercel(),
            new Netlify(),
            new Shopify(),
            new Sucuri(),
            new WordPressCom(),
            new Kinsta(),
            new WpEngine(),
            new TrafficServer(),
            new NetScaler(),
            new Squid(),
            new Varnish(),
            new LiteSpeed(),
            new Drupal(),
            new WordPressPlugins(),
            new Frameworks(),
            new Google(),
            new Nginx(),
            new OtherFields(),
            new StaleWarning(),
            new AgeField(),
            new ViaField(),
            new ClientCopy());

    /** Most that fit: a row keeps a vendor as its number in six bits. */
    static final int MOST = 63;

    private static final Map<String, Long> BY_FIELD = byField();

    private CacheVendors() {}

    /** A bit for each vendor that a field of this name calls; 0 for none. @param lowerCase the name */
    static long calledBy(String lowerCase) {
        return BY_FIELD.getOrDefault(lowerCase, 0L);
    }

    /** The number of a vendor, from 1; 0 for an id that is none. */
    static int number(String id) {
        for (int i = 0; i < ALL.size(); i++) {
            if (ALL.get(i).id().equals(id)) {
                return i + 1;
            }
        }
        return 0;
    }

    private static Map<String, Long> byField() {
        Map<String, Long> found = new HashMap<>();
        for (int i = 0; i < ALL.size(); i++) {
            for (String field : ALL.get(i).fields()) {
                found.merge(field, 1L << i, (a, b) -> a | b);
            }
        }
        return Map.copyOf(found);
    }
}
