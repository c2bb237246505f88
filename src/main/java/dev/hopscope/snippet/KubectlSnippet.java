package dev.hopscope.snippet;

import dev.hopscope.snippet.quote.ShQuoting;
import java.util.List;

/** kubectl: {@code proxy-url} of a cluster in its kubeconfig, for the API server alone; stateless. */
final class KubectlSnippet implements Snippet {
    @Override
    public SnippetCard card() {
        return SnippetCard.run("kubectl", "kubectl", SnippetGroup.KUBERNETES, "a shell")
                .named("cluster in the kubeconfig", "kubernetes");
    }

    private List<String> start(Given given) {
        String cluster = given.nameFor(card());
        if (!cluster.matches("[A-Za-z0-9._@-]+")) {
            throw new IllegalArgumentException(
                    "'" + cluster + "' is no name of a cluster that kubectl config can be told.");
        }
        return List.of(
                "hopscope_c=" + ShQuoting.of(cluster),
                "hopscope_f=\"${XDG_STATE_HOME:-$HOME/.local/state}/hopscope/kubectl-$hopscope_c\"");
    }

    @Override
    public Rendered apply(Environment environment, Given given) {
        return Rendered.of(String.join("\n", start(given)) + "\n"
                        + """
                        if [ ! -e "$hopscope_f" ]; then
                          mkdir -p "${hopscope_f%%/*}"
                          kubectl config view --raw -o jsonpath="{.clusters[?(@.name==\\"$hopscope_c\\")].cluster.proxy-url}" > "$hopscope_f"
                        fi
                        kubectl config set-cluster "$hopscope_c" --proxy-url=%s
                        unset hopscope_c hopscope_f
                        """.formatted(ShQuoting.of(environment.proxy().url().replace("socks5h:", "socks5:"))))
                .noting("--proxy-url", List.of("Exceptions do not count here: this is for one API server."));
    }

    @Override
    public Rendered undo(Environment environment, Given given) {
        return Rendered.of(String.join("\n", start(given)) + "\n" + """
            if [ -s "$hopscope_f" ]; then
              kubectl config set-cluster "$hopscope_c" --proxy-url="$(cat "$hopscope_f")"
            elif [ -e "$hopscope_f" ]; then
              kubectl config unset "clusters.$hopscope_c.proxy-url"
            fi
            rm -f "$hopscope_f"
            unset hopscope_c hopscope_f
            """);
    }
}
