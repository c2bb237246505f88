package dev.hopscope.snippet;

/** {@code /etc/environment}, read by pam_env at login: no quoting and no expansion; stateless. */
final class EtcEnvironmentSnippet extends LinesSnippet {
    @Override
    public SnippetCard card() {
        return SnippetCard.file("etc-environment", "/etc/environment", SnippetGroup.SYSTEM, "/etc/environment");
    }

    @Override
    FileLines lines(Environment environment, Given given) {
        return FileLines.of(
                environment.everything().stream()
                        .map(one -> one.name() + "=" + one.value())
                        .toList(),
                "\\s*(export\\s+)?(" + String.join("|", environment.names()) + ")\\s*=.*");
    }

    @Override
    Rendered noted(Rendered rendered, Environment environment) {
        return ListNotes.on(rendered.noting("Counts from the next login on."), environment);
    }
}
