package dev.hopscope.snippet;

import dev.hopscope.snippet.quote.YamlQuoting;
import java.util.ArrayList;
import java.util.List;

/** A ConfigMap that holds the variables, for {@code envFrom} of any container; stateless. */
final class ConfigMapSnippet extends WholeFileSnippet {
    @Override
    public SnippetCard card() {
        return SnippetCard.file("configmap", "ConfigMap, envFrom", SnippetGroup.KUBERNETES, "hopscope-proxy.yaml")
                .named("name of the ConfigMap", "hopscope-proxy");
    }

    @Override
    List<String> content(Environment environment, Given given) {
        String name = YamlQuoting.of(given.nameFor(card()));
        List<String> lines = new ArrayList<>(List.of(
                "# under each container that is to use it:",
                "#   envFrom:",
                "#     - configMapRef:",
                "#         name: " + name,
                "#         optional: true",
                "apiVersion: v1",
                "kind: ConfigMap",
                "metadata:",
                "  name: " + name,
                "data:"));
        environment.mounted().forEach(one -> lines.add("  " + one.name() + ": " + YamlQuoting.of(one.value())));
        return lines;
    }

    @Override
    Rendered noted(Rendered rendered, Environment environment, Given given) {
        Rendered noted = rendered.noting(
                        "Run: kubectl apply -f hopscope-proxy.yaml; containers take it when they start again.")
                .noting("envFrom", List.of("A variable under 'env' of the container goes before the same one here."));
        return ListNotes.on(
                environment.proxy().hasCredentials()
                        ? noted.noting("A ConfigMap is no secret: who may read it reads the password.")
                        : noted,
                environment,
                "  no_proxy");
    }

    @Override
    String without(Given given) {
        return "Run: kubectl delete configmap " + given.nameFor(card())
                + "; 'optional: true' lets the containers start without it.";
    }
}
