package dev.hopscope.snippet;

import java.util.List;

/** Any unit of systemd; stateless. */
final class SystemdSnippet extends SystemdDropIn {
    @Override
    public SnippetCard card() {
        return SnippetCard.run("systemd", "systemd unit", SnippetGroup.SYSTEM, "a shell; writes a drop-in")
                .named("unit", "example.service");
    }

    @Override
    String unit(Given given) {
        return given.nameFor(card());
    }

    @Override
    ListFor list(Environment environment) {
        return new ListFor(CommonList.entries(environment.bypass()), List.of());
    }

    @Override
    Rendered noted(Rendered rendered, Environment environment) {
        return ListNotes.on(rendered, environment);
    }
}
