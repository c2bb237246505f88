package dev.hopscope.snippet;

import dev.hopscope.snippet.merge.PodEnvironment;
import dev.hopscope.snippet.quote.YamlQuoting;
import java.util.ArrayList;
import java.util.List;

/** Kubernetes manifests: entries in the {@code env} of every container of the file; stateless. */
final class KubernetesPodSnippet implements Snippet {
    @Override
    public SnippetCard card() {
        return SnippetCard.file("kubernetes-pod", "Pod, Deployment", SnippetGroup.KUBERNETES, "the manifest (YAML)");
    }

    @Override
    public Rendered apply(Environment environment, Given given) {
        List<String> entries = new ArrayList<>();
        for (Assignment one : environment.mounted()) {
            entries.add("- name: " + one.name());
            entries.add("  value: " + YamlQuoting.of(one.value()));
        }
        String text = PodEnvironment.add(given.present(), entries, environment.names());
        Rendered rendered = Rendered.of(text);
        return ListNotes.on(
                PodEnvironment.remove(given.present()).isBlank()
                        ? rendered.noting("Belongs under a container, at the depth of its 'name:' and 'image:'.")
                        : rendered,
                environment);
    }

    @Override
    public Rendered undo(Environment environment, Given given) {
        return Rendered.of(PodEnvironment.remove(given.present()));
    }
}
