package dev.hopscope.snippet;

import dev.hopscope.snippet.noproxy.Wanted;
import dev.hopscope.snippet.quote.ShQuoting;
import java.util.ArrayList;
import java.util.List;

/** Chromium and Chrome by flags, with a profile of its own, so that one that runs already is left alone; stateless. */
final class ChromiumSnippet implements Snippet {
    @Override
    public SnippetCard card() {
        return SnippetCard.run("chromium", "Chromium, Chrome", SnippetGroup.DESKTOP, "a shell")
                .named("program", "chromium");
    }

    @Override
    public Rendered apply(Environment environment, Given given) {
        ProxyAddress proxy = environment.proxy();
        String server = proxy.urlWithoutCredentials().replace("socks5h:", "socks5:");
        List<String> rules = new ArrayList<>();
        // loopback goes direct by itself; this takes that back, and what is wanted follows
        rules.add("<-loopback>");
        if (environment.variables().list()) {
            environment.bypass().forEach(wanted -> rules.addAll(rules(wanted)));
        }
        Rendered rendered = Rendered.lines(List.of(
                ShQuoting.of(given.nameFor(card())) + " --user-data-dir=\"$(mktemp -d)\" \\",
                "  --proxy-server=" + ShQuoting.of(server) + " \\",
                "  --proxy-bypass-list=" + ShQuoting.of(String.join(";", rules))));
        return proxy.hasCredentials()
                ? rendered.noting("--proxy-server", List.of("Chromium asks for user and password itself."))
                : rendered;
    }

    /** {@code x.test} the host, {@code *.x.test} and {@code .x.test} what is below, CIDR for both families (net/docs/proxy.md). */
    private static List<String> rules(Wanted wanted) {
        return wanted instanceof Wanted.Address address && BypassText.ipv6(address.address())
                ? List.of("[" + address.address() + "]" + (address.port() == null ? "" : ":" + address.port()))
                : CommonList.entries(List.of(wanted));
    }

    @Override
    public Rendered undo(Environment environment, Given given) {
        return Rendered.of(ShQuoting.of(given.nameFor(card())) + "\n");
    }
}
