package dev.hopscope.snippet;

import dev.hopscope.snippet.quote.YamlQuoting;
import java.util.ArrayList;
import java.util.List;

/** Values of a Helm chart as a second file: a list of variables under the key that the chart gives it; stateless. */
final class HelmValuesSnippet extends WholeFileSnippet {
    @Override
    public SnippetCard card() {
        return SnippetCard.file("helm-values", "Helm values", SnippetGroup.KUBERNETES, "hopscope-values.yaml")
                .named("key of the chart", "extraEnv");
    }

    @Override
    List<String> content(Environment environment, Given given) {
        List<String> lines = new ArrayList<>();
        String depth = "";
        for (String key : given.nameFor(card()).split("\\.")) {
            lines.add(depth + YamlQuoting.of(key) + ":");
            depth += "  ";
        }
        for (Assignment one : environment.mounted()) {
            lines.add(depth + "- name: " + one.name());
            lines.add(depth + "  value: " + YamlQuoting.of(one.value()));
        }
        return lines;
    }

    @Override
    Rendered noted(Rendered rendered, Environment environment, Given given) {
        return ListNotes.on(
                rendered.noting("Run: helm upgrade --reuse-values -f hopscope-values.yaml RELEASE CHART")
                        .noting("Charts differ in the key (extraEnv, extraEnvVars, env, controller.extraEnv): 'helm"
                                + " show values CHART' shows it. A list given here takes the place of the"
                                + " chart's."),
                environment);
    }

    @Override
    String without(Given given) {
        return "Run: helm rollback RELEASE, or helm upgrade without the file and with --reset-then-reuse-values.";
    }
}
