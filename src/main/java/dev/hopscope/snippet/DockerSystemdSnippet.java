package dev.hopscope.snippet;

/** The Docker engine by a drop-in for its unit: for pulls and pushes, not for containers; stateless. */
final class DockerSystemdSnippet extends SystemdDropIn {
    @Override
    public SnippetCard card() {
        return SnippetCard.run(
                "docker-systemd", "Docker engine, systemd", SnippetGroup.CONTAINERS, "a shell; writes a drop-in");
    }

    @Override
    String unit(Given given) {
        return "docker.service";
    }
}
