package dev.hopscope.snippet;

import dev.hopscope.snippet.noproxy.Wanted;
import dev.hopscope.snippet.quote.AptQuoting;
import java.util.ArrayList;
import java.util.List;

/** apt by a file of its own; a host that goes direct is a line; stateless. */
final class AptSnippet implements Snippet {
    private static final OwnFile FILE = new OwnFile("/etc/apt/apt.conf.d", "95hopscope-proxy", true, List.of());

    @Override
    public SnippetCard card() {
        return SnippetCard.run("apt", "apt", SnippetGroup.TOOLS, "a shell; writes a file");
    }

    @Override
    public Rendered apply(Environment environment, Given given) {
        List<String> content = new ArrayList<>(List.of("// Hopscope"));
        List<String> unsaid = new ArrayList<>();
        for (String scheme : List.of("http", "https")) {
            content.add("Acquire::" + scheme + "::Proxy "
                    + AptQuoting.of(environment.proxy().url()) + ";");
            for (Wanted wanted : environment.variables().list() ? environment.bypass() : List.<Wanted>of()) {
                if (single(wanted)) {
                    content.add("Acquire::" + scheme + "::Proxy::"
                            + BypassText.write(wanted).replaceFirst("^\\.", "") + " \"DIRECT\";");
                }
                if (scheme.equals("http")
                        && !(single(wanted) && !BypassText.write(wanted).startsWith("."))) {
                    unsaid.add(BypassText.write(wanted));
                }
            }
        }
        List<String> notes =
                unsaid.isEmpty() ? List.of() : List.of(String.join(", ", unsaid) + ": apt excepts single hosts only.");
        return FILE.write(content).noting("Acquire::http::Proxy ", notes);
    }

    /** One host on every port; colons would part the option's name. */
    private static boolean single(Wanted wanted) {
        return wanted.port() == null
                && switch (wanted) {
                    case Wanted.Name name -> name.extent() != Wanted.Extent.ONLY_SUBDOMAINS;
                    case Wanted.Address address -> !BypassText.ipv6(address.address());
                    case Wanted.Range ignored -> false;
                };
    }

    @Override
    public Rendered undo(Environment environment, Given given) {
        return FILE.remove();
    }
}
