package dev.hopscope.snippet;

import dev.hopscope.snippet.noproxy.Wanted;
import dev.hopscope.snippet.quote.JsonQuoting;
import java.util.ArrayList;
import java.util.List;

/** A proxy auto-configuration file: names are not looked up, so a range holds for addresses in URLs alone; stateless. */
final class PacSnippet extends WholeFileSnippet {
    @Override
    public SnippetCard card() {
        return SnippetCard.file("pac", "PAC file", SnippetGroup.DESKTOP, "proxy.pac");
    }

    @Override
    String comment() {
        return "//";
    }

    @Override
    List<String> content(Environment environment, Given given) {
        List<String> lines = new ArrayList<>(List.of(
                "function FindProxyForURL(url, host) {",
                "  host = host.toLowerCase().replace(/^\\[|\\]$/g, '');",
                "  var port = (/^[a-z]+:\\/\\/(?:[^\\/@]*@)?(?:\\[[^\\]]*\\]|[^\\/:?#]*):(\\d+)/i.exec(url) || [])[1]",
                "    || (/^https|^wss/i.test(url) ? '443' : '80');",
                "  var v4 = /^\\d+\\.\\d+\\.\\d+\\.\\d+$/.test(host);"));
        if (environment.variables().list()) {
            environment.bypass().stream()
                    .filter(PacSnippet::sayable)
                    .forEach(wanted -> lines.add("  if (" + condition(wanted) + ") return 'DIRECT';"));
        }
        lines.add("  return " + JsonQuoting.of(proxy(environment.proxy())) + ";");
        lines.add("}");
        return lines;
    }

    private static String proxy(ProxyAddress proxy) {
        return switch (proxy.scheme()) {
            case HTTP -> "PROXY " + proxy.hostPort();
            case HTTPS -> "HTTPS " + proxy.hostPort();
            case SOCKS5H -> "SOCKS5 " + proxy.hostPort();
        };
    }

    private static boolean sayable(Wanted wanted) {
        return !(wanted instanceof Wanted.Range range && BypassText.ipv6(range.network()));
    }

    private static String condition(Wanted wanted) {
        String host = switch (wanted) {
            case Wanted.Name name -> named(name);
            case Wanted.Address address -> "host === " + JsonQuoting.of(address.address());
            case Wanted.Range range ->
                "v4 && isInNet(host, " + JsonQuoting.of(range.network()) + ", " + JsonQuoting.of(mask(range.bits()))
                        + ")";
        };
        return wanted.port() == null ? host : "(" + host + ") && port === '" + wanted.port() + "'";
    }

    private static String named(Wanted.Name name) {
        String itself = "host === " + JsonQuoting.of(java.net.IDN.toASCII(name.name()));
        String below = "dnsDomainIs(host, " + JsonQuoting.of("." + java.net.IDN.toASCII(name.name())) + ")";
        return switch (name.extent()) {
            case ITSELF -> itself;
            case WITH_SUBDOMAINS -> itself + " || " + below;
            case ONLY_SUBDOMAINS -> below;
        };
    }

    private static String mask(int bits) {
        long mask = bits == 0 ? 0 : 0xffff_ffffL << (32 - bits) & 0xffff_ffffL;
        return (mask >> 24) + "." + (mask >> 16 & 255) + "." + (mask >> 8 & 255) + "." + (mask & 255);
    }

    @Override
    Rendered noted(Rendered rendered, Environment environment, Given given) {
        List<String> notes = environment.bypass().stream()
                .filter(wanted -> !sayable(wanted))
                .map(wanted -> BypassText.write(wanted) + ": isInNet knows IPv4 alone.")
                .toList();
        return rendered.noting("FindProxyForURL", notes)
                .noting("Browsers leave localhost out by themselves. A client asks for user and password itself.");
    }

    @Override
    String without(Given given) {
        return "Take the address of the file out of the client, then remove the file.";
    }
}
