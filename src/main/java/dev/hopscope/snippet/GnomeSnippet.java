package dev.hopscope.snippet;

import dev.hopscope.snippet.noproxy.Wanted;
import dev.hopscope.snippet.quote.GVariantQuoting;
import dev.hopscope.snippet.quote.ShQuoting;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** GNOME's proxy settings, which most programs of that desktop and Chromium read; stateless. */
final class GnomeSnippet implements Snippet {
    private static final String FILE = "hopscope_f=\"${XDG_STATE_HOME:-$HOME/.local/state}/hopscope/gnome-proxy\"";

    @Override
    public SnippetCard card() {
        return SnippetCard.run("gnome", "GNOME", SnippetGroup.DESKTOP, "a shell of the desktop's user");
    }

    @Override
    public Rendered apply(Environment environment, Given given) {
        ProxyAddress proxy = environment.proxy();
        List<String> lines = new ArrayList<>(List.of("# Keeps earlier values for the undo", FILE));
        lines.addAll("""
            if [ ! -e "$hopscope_f" ]; then
              mkdir -p "${hopscope_f%/*}"
              gsettings list-recursively org.gnome.system.proxy > "$hopscope_f"
            fi
            unset hopscope_f\
            """.lines().toList());
        boolean socks = proxy.scheme() == ProxyScheme.SOCKS5H;
        for (String kind : socks ? List.of("socks") : List.of("http", "https")) {
            lines.add(set("." + kind, "host", GVariantQuoting.of(proxy.host())));
            lines.add(set("." + kind, "port", String.valueOf(proxy.port())));
        }
        if (proxy.hasCredentials() && !socks) {
            lines.add(set(".http", "use-authentication", "true"));
            lines.add(set(".http", "authentication-user", GVariantQuoting.of(proxy.user())));
            lines.add(set(".http", "authentication-password", GVariantQuoting.of(proxy.password())));
        }
        lines.add(set("", "ignore-hosts", list(environment)));
        lines.add(set("", "mode", "'manual'"));
        return Rendered.lines(lines);
    }

    private static String set(String child, String key, String value) {
        return "gsettings set org.gnome.system.proxy" + child + " " + key + " " + ShQuoting.of(value);
    }

    /** A bare name is the host with all below it, {@code *.} the same; ranges are CIDR (GSimpleProxyResolver). */
    private static String list(Environment environment) {
        if (!environment.variables().list()) {
            return "@as []";
        }
        String entries = environment.bypass().stream()
                .map(GnomeSnippet::entry)
                .distinct()
                .map(GVariantQuoting::of)
                .collect(Collectors.joining(", "));
        return entries.isEmpty() ? "@as []" : "[" + entries + "]";
    }

    private static String entry(Wanted wanted) {
        return wanted instanceof Wanted.Name name
                ? (name.extent() == Wanted.Extent.ITSELF ? "" : "*.")
                        + name.name()
                        + (name.port() == null ? "" : ":" + name.port())
                : BypassText.write(wanted);
    }

    @Override
    public Rendered undo(Environment environment, Given given) {
        return Rendered.of(FILE + "\n" + """
            if [ -e "$hopscope_f" ]; then
              while read -r hopscope_s hopscope_k hopscope_w; do
                gsettings reset "$hopscope_s" "$hopscope_k"
                if [ "$(gsettings get "$hopscope_s" "$hopscope_k")" != "$hopscope_w" ]; then
                  gsettings set "$hopscope_s" "$hopscope_k" "$hopscope_w"
                fi
              done < "$hopscope_f"
              rm "$hopscope_f"
            fi
            unset hopscope_f hopscope_s hopscope_k hopscope_w
            """);
    }
}
