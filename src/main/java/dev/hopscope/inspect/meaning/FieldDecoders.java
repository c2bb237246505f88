package dev.hopscope.inspect.meaning;

import dev.hopscope.exchange.Header;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The list of decoders. Any thread. */
public final class FieldDecoders {
    /** The most characters of a value that are taken apart. */
    public static final int LONGEST = 32 << 10;

    public static final List<FieldDecoder> ALL = List.of(
            new AcceptDecoder(),
            new AgeDecoder(),
            new AltSvcDecoder(),
            new AuthorizationDecoder(),
            new CacheControlDecoder(),
            new CacheStatusDecoder(),
            new ChallengeDecoder(),
            new ClearSiteDataDecoder(),
            new ClientHintsDecoder(),
            new ConnectionDecoder(),
            new ContentDispositionDecoder(),
            new ContentSecurityPolicyDecoder(),
            new ContentTypeDecoder(),
            new CookieDecoder(),
            new CorsDecoder(),
            new CrossOriginDecoder(),
            new DateDecoder(),
            new DigestDecoder(),
            new EntityTagDecoder(),
            new FlagDecoder(),
            new ForwardedDecoder(),
            new FramingDecoder(),
            new LinkDecoder(),
            new LocationDecoder(),
            new MethodListDecoder(),
            new PermissionsPolicyDecoder(),
            new PriorityDecoder(),
            new RangeDecoder(),
            new ReferrerPolicyDecoder(),
            new RetryAfterDecoder(),
            new SecFetchDecoder(),
            new ServerTimingDecoder(),
            new SetCookieDecoder(),
            new StrictTransportSecurityDecoder(),
            new TraceDecoder(),
            new VaryDecoder(),
            new ViaDecoder(),
            new XForwardedDecoder());

    private static final Map<String, FieldDecoder> BY_NAME = byName();

    private FieldDecoders() {}

    private static Map<String, FieldDecoder> byName() {
        Map<String, FieldDecoder> all = new HashMap<>();
        for (FieldDecoder decoder : ALL) {
            decoder.names().forEach(name -> all.put(name, decoder));
        }
        return Map.copyOf(all);
    }

    /** @return null where no decoder reads the field */
    public static @Nullable FieldDecoder of(String name) {
        return BY_NAME.get(name.toLowerCase(Locale.ROOT));
    }

    static void decode(Header field, Setting setting, Parts out) {
        FieldDecoder decoder = of(field.name());
        if (decoder == null) {
            return;
        }
        String value = field.value();
        boolean cut = value.length() > LONGEST;
        decoder.decode(field.name().toLowerCase(Locale.ROOT), cut ? value.substring(0, LONGEST) : value, setting, out);
        if (cut) {
            out.end("Only the first " + LONGEST + " of " + value.length() + " characters are taken apart.");
        }
    }
}
