package dev.hopscope.snippet;

/** containerd by a drop-in for its unit: for pulls, not for containers; stateless. */
final class ContainerdSnippet extends SystemdDropIn {
    @Override
    public SnippetCard card() {
        return SnippetCard.run("containerd", "containerd", SnippetGroup.CONTAINERS, "a shell; writes a drop-in");
    }

    @Override
    String unit(Given given) {
        return "containerd.service";
    }
}
