package dev.hopscope.snippet;

import dev.hopscope.snippet.noproxy.Wanted;
import dev.hopscope.snippet.quote.ShQuoting;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** macOS: the proxies of a network service; stateless. */
final class NetworksetupSnippet implements Snippet {
    @Override
    public SnippetCard card() {
        return SnippetCard.run("macos", "macOS networksetup", SnippetGroup.DESKTOP, "a shell of an administrator")
                .named("network service", "Wi-Fi");
    }

    private List<String> start(Given given) {
        return List.of(
                "hopscope_n=" + ShQuoting.of(given.nameFor(card())),
                "hopscope_d=\"$HOME/Library/Application Support/Hopscope/proxy $(printf %s \"$hopscope_n\" | tr /"
                        + " _)\"");
    }

    @Override
    public Rendered apply(Environment environment, Given given) {
        ProxyAddress proxy = environment.proxy();
        List<String> lines = new ArrayList<>(List.of("# Keeps earlier values for the undo"));
        lines.addAll(start(given));
        lines.addAll("""
            if [ ! -d "$hopscope_d" ]; then
              mkdir -p "$hopscope_d"
              for hopscope_k in webproxy securewebproxy socksfirewallproxy proxybypassdomains; do
                networksetup "-get$hopscope_k" "$hopscope_n" > "$hopscope_d/$hopscope_k"
              done
            fi\
            """.lines().toList());
        String where = " \"$hopscope_n\" " + ShQuoting.of(proxy.host()) + " " + proxy.port();
        String who = proxy.hasCredentials()
                ? " on " + ShQuoting.of(proxy.user()) + " " + ShQuoting.of(proxy.password())
                : "";
        boolean socks = proxy.scheme() == ProxyScheme.SOCKS5H;
        for (String kind : socks ? List.of("socksfirewallproxy") : List.of("webproxy", "securewebproxy")) {
            lines.add("networksetup -set" + kind + where + who);
        }
        lines.add("networksetup -setproxybypassdomains \"$hopscope_n\" " + list(environment));
        lines.add("unset hopscope_n hopscope_d hopscope_k");
        return Rendered.lines(lines);
    }

    private static String list(Environment environment) {
        String entries = environment.bypass().stream()
                .flatMap(wanted -> entries(wanted).stream())
                .map(ShQuoting::of)
                .collect(Collectors.joining(" "));
        return !environment.variables().list() || entries.isEmpty() ? "Empty" : entries;
    }

    private static List<String> entries(Wanted wanted) {
        return wanted instanceof Wanted.Name name
                ? switch (name.extent()) {
                    case ITSELF -> List.of(name.name());
                    case WITH_SUBDOMAINS -> List.of(name.name(), "*." + name.name());
                    case ONLY_SUBDOMAINS -> List.of("*." + name.name());
                }
                : List.of(BypassText.write(wanted));
    }

    @Override
    public Rendered undo(Environment environment, Given given) {
        List<String> lines = new ArrayList<>(start(given));
        lines.addAll("""
            if [ -d "$hopscope_d" ]; then
              for hopscope_k in webproxy securewebproxy socksfirewallproxy; do
                hopscope_h=$(sed -n 's/^Server: //p' "$hopscope_d/$hopscope_k")
                hopscope_p=$(sed -n 's/^Port: //p' "$hopscope_d/$hopscope_k")
                networksetup "-set$hopscope_k" "$hopscope_n" "$hopscope_h" "${hopscope_p:-0}"
                if grep -q '^Enabled: Yes' "$hopscope_d/$hopscope_k"; then hopscope_s=on; else hopscope_s=off; fi
                networksetup "-set${hopscope_k}state" "$hopscope_n" "$hopscope_s"
              done
              if grep -q "^There aren't any bypass domains" "$hopscope_d/proxybypassdomains"; then
                networksetup -setproxybypassdomains "$hopscope_n" Empty
              else
                tr '\\n' '\\0' < "$hopscope_d/proxybypassdomains" | xargs -0 networksetup -setproxybypassdomains "$hopscope_n"
              fi
              rm -r "$hopscope_d"
            fi
            unset hopscope_n hopscope_d hopscope_k hopscope_h hopscope_p hopscope_s\
            """.lines().toList());
        return Rendered.lines(lines)
                .noting("A user and password set earlier are not read out by macOS, and so not brought back.");
    }
}
