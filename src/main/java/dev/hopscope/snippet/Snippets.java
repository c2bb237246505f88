package dev.hopscope.snippet;

import java.util.List;
import java.util.Optional;

/** All targets, in the order they are shown; immutable; a target is one file and one line here. */
public final class Snippets {
    private Snippets() {}

    /** All of them. */
    public static final List<Snippet> ALL = List.of(
            new ShSnippet(),
            new FishSnippet(),
            new CshSnippet(),
            new PowerShellSnippet(),
            new CmdSnippet(),
            new DotEnvSnippet(),
            new DirenvSnippet(),
            new SystemdSnippet(),
            new EtcEnvironmentSnippet(),
            new DockerfileSnippet(),
            new DockerRunSnippet(),
            new DockerBuildSnippet(),
            new DockerConfigSnippet(),
            new DockerDaemonSnippet(),
            new DockerSystemdSnippet(),
            new ContainerdSnippet(),
            new PodmanSnippet(),
            new ComposeSnippet(),
            new KubernetesPodSnippet(),
            new ConfigMapSnippet(),
            new HelmValuesSnippet(),
            new HelmSnippet(),
            new KubectlSnippet(),
            new KindSnippet(),
            new GitHubActionsSnippet(),
            new GitLabCiSnippet(),
            new JvmSnippet(),
            new JavaToolOptionsSnippet(),
            new MavenSnippet(),
            new GradleSnippet(),
            new SbtSnippet(),
            new NodeSnippet(),
            new UndiciSnippet(),
            new GlobalAgentSnippet(),
            new NpmSnippet(),
            new YarnSnippet(),
            new PnpmSnippet(),
            new PipSnippet(),
            new UvSnippet(),
            new CargoSnippet(),
            new GoSnippet(),
            new BundlerSnippet(),
            new ComposerSnippet(),
            new DotnetSnippet(),
            new GitSnippet(),
            new CurlSnippet(),
            new WgetSnippet(),
            new AptSnippet(),
            new DnfSnippet(),
            new ApkSnippet(),
            new SshSnippet(),
            new FirefoxSnippet(),
            new ChromiumSnippet(),
            new PacSnippet(),
            new GnomeSnippet(),
            new NetworksetupSnippet(),
            new NetshSnippet(),
            new RegistrySnippet());

    /** The text that sets a target up, with what there is to know about trust in it. Throws as {@link Snippet#apply} does. */
    public static Rendered apply(Snippet snippet, Environment environment, Given given) {
        return TrustNotes.on(snippet.apply(environment, given), environment, snippet.card());
    }

    /** The target of this id. */
    public static Optional<Snippet> byId(String id) {
        return ALL.stream().filter(snippet -> snippet.card().id().equals(id)).findFirst();
    }
}
