package dev.hopscope.snippet;

import dev.hopscope.snippet.noproxy.Wanted;
import dev.hopscope.snippet.quote.ShQuoting;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** git's settings of the user: values are added after those that are there, since the last one counts; stateless. */
final class GitSnippet implements Snippet {
    private static final String UNDO = """
        if git config --global --get hopscope.proxy >/dev/null; then
          git config --global --fixed-value --unset-all http.proxy "$(git config --global --get hopscope.proxy)"
        fi
        git config --global --get-all hopscope.direct | while IFS= read -r hopscope_h; do
          git config --global --unset-all "http.https://$hopscope_h/.proxy" '^$'
        done
        git config --global --remove-section hopscope 2>/dev/null || true
        """;

    @Override
    public SnippetCard card() {
        return SnippetCard.run("git", "git", SnippetGroup.TOOLS, "a shell");
    }

    @Override
    public Rendered apply(Environment environment, Given given) {
        List<String> lines = new ArrayList<>(UNDO.lines().toList());
        lines.add("hopscope_u=" + ShQuoting.of(environment.proxy().url()));
        lines.addAll("""
            if [ "$(git config --global --get http.proxy)" != "$hopscope_u" ]; then
              git config --global --add http.proxy "$hopscope_u"
              git config --global hopscope.proxy "$hopscope_u"
            fi\
            """.lines().toList());
        List<Wanted> bypass = environment.variables().list() ? environment.bypass() : List.of();
        List<String> hosts =
                bypass.stream().flatMap(wanted -> hosts(wanted).stream()).toList();
        if (!hosts.isEmpty()) {
            lines.add(
                    "for hopscope_h in " + hosts.stream().map(ShQuoting::of).collect(Collectors.joining(" ")) + "; do");
            lines.add("  git config --global --add \"http.https://$hopscope_h/.proxy\" ''");
            lines.add("  git config --global --add hopscope.direct \"$hopscope_h\"");
            lines.add("done");
        }
        return Rendered.lines(lines).noting("for hopscope_h", notes(bypass));
    }

    private static List<String> hosts(Wanted wanted) {
        return switch (wanted) {
            case Wanted.Name name -> {
                String port = name.port() == null ? "" : ":" + name.port();
                yield switch (name.extent()) {
                    case ITSELF -> List.of(name.name() + port);
                    case WITH_SUBDOMAINS -> List.of(name.name() + port, "*." + name.name() + port);
                    case ONLY_SUBDOMAINS -> List.of("*." + name.name() + port);
                };
            }
            case Wanted.Address address ->
                BypassText.ipv6(address.address())
                        ? List.of()
                        : List.of(address.address() + (address.port() == null ? "" : ":" + address.port()));
            case Wanted.Range ignored -> List.of();
        };
    }

    private static List<String> notes(List<Wanted> bypass) {
        Map<String, List<String>> notes = new LinkedHashMap<>();
        bypass.forEach(wanted ->
                notes.computeIfAbsent(note(wanted), key -> new ArrayList<>()).add(BypassText.write(wanted)));
        notes.remove("");
        return notes.entrySet().stream()
                .map(one -> String.join(", ", one.getValue()) + ": " + one.getKey())
                .toList();
    }

    private static String note(Wanted wanted) {
        if (hosts(wanted).isEmpty()) {
            return "a URL in git's settings cannot say this; the variable no_proxy counts for git too.";
        }
        if (wanted instanceof Wanted.Name name && name.extent() != Wanted.Extent.ITSELF) {
            return "git's * is one label: what is two labels below goes to the proxy.";
        }
        return wanted.port() == null ? "on the default port of https only." : "";
    }

    @Override
    public Rendered undo(Environment environment, Given given) {
        return Rendered.of(UNDO);
    }
}
