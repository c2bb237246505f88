package dev.hopscope.app;

import dev.hopscope.browser.Browser;
import dev.hopscope.browser.BrowserLauncher;
import dev.hopscope.browser.BrowserPlaces;
import dev.hopscope.browser.KnownBrowser;
import dev.hopscope.browser.ProfileFolders;
import dev.hopscope.browser.Way;
import dev.hopscope.exchange.Endpoint;
import dev.hopscope.playground.Playground;
import dev.hopscope.playground.SampleTraffic;
import dev.hopscope.proxy.Authority;
import dev.hopscope.proxy.ProxyServer;
import dev.hopscope.proxy.ProxyState;
import dev.hopscope.settings.ConfigFolder;
import dev.hopscope.snippet.Environment;
import dev.hopscope.snippet.Given;
import dev.hopscope.snippet.ProxyAddress;
import dev.hopscope.snippet.ProxyScheme;
import dev.hopscope.snippet.Snippet;
import dev.hopscope.snippet.Snippets;
import dev.hopscope.snippet.Trust;
import dev.hopscope.snippet.Variables;
import dev.hopscope.trust.TrustedFiles;
import dev.hopscope.ui.kit.Messages;
import dev.hopscope.ui.kit.Tone;
import dev.hopscope.ui.shell.FirstSteps;
import dev.hopscope.ui.shell.MainWindow;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The first steps as the program does them. Threads as the interface says. Decides nothing: it hands on. */
final class FirstStepsOf implements FirstSteps {
    /** Offered at least; what is missing of them is shown as not installed. */
    private static final int SHOWN = 3;

    private final ProxyServer proxy;
    private final AuthorityInForce authority;
    private final MainWindow window;
    private final EnvironmentOf environment;
    private final BrowserLauncher launcher;

    FirstStepsOf(
            ProxyServer proxy,
            AuthorityInForce authority,
            ConfigFolder folder,
            MainWindow window,
            EnvironmentOf environment) {
        this.proxy = proxy;
        this.authority = authority;
        this.window = window;
        this.environment = environment;
        Path home = ConfigFolder.home();
        this.launcher = new BrowserLauncher(
                new ProfileFolders(folder.path().resolve("browsers").toAbsolutePath(), home), this::ended);
    }

    private void ended(BrowserLauncher.Failed failed) {
        String name = failed.browser().kind().title();
        window.tell(
                Tone.BAD,
                Messages.text("guide.browser.failed", name),
                Messages.text(
                        "guide.browser.ended", Integer.toString(failed.status()), failed.said(), failed.command()));
    }

    @Override
    public List<BrowserChoice> browsers() {
        List<Browser> installed = BrowserPlaces.ofThisMachine().installed();
        List<BrowserChoice> choices = new ArrayList<>();
        for (Browser browser : installed) {
            choices.add(choice(browser.kind(), true));
        }
        for (KnownBrowser kind : KnownBrowser.values()) {
            if (choices.size() < SHOWN && installed.stream().noneMatch(found -> found.kind() == kind)) {
                choices.add(choice(kind, false));
            }
        }
        return choices;
    }

    private static BrowserChoice choice(KnownBrowser kind, boolean installed) {
        return new BrowserChoice(kind.id(), kind.title(), installed);
    }

    @Override
    public String openBrowser(String id) throws IOException {
        Browser browser = BrowserPlaces.ofThisMachine().installed().stream()
                .filter(found -> found.kind().id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IOException(Messages.text("guide.browser.none", id)));
        Way way = new Way(listening(proxy), authority.await().pemFile(), authority.keyDigest());
        return switch (launcher.open(browser, way, Playground.URL + "?from=" + id)) {
            case OPENED -> "";
            case WITHOUT_SANDBOX -> Messages.text("guide.browser.sandbox");
            case UNTRUSTED -> Messages.text("guide.browser.untrusted");
        };
    }

    /** Where this machine reaches it. */
    private static Endpoint here(ProxyState.Listening on) {
        String host = on.address().host();
        boolean everywhere = host.equals("0.0.0.0") || host.equals("::") || host.equals("*");
        return everywhere ? new Endpoint("127.0.0.1", on.address().port()) : on.address();
    }

    private static Endpoint listening(ProxyServer proxy) throws IOException {
        if (proxy.state() instanceof ProxyState.Listening on) {
            return here(on);
        }
        throw new IOException(Messages.text("guide.notListening"));
    }

    @Override
    public int sendSamples(Progress progress) throws IOException {
        Authority trusted = authority.await();
        return SampleTraffic.send(listening(proxy), trusted.certificate(), progress::sent);
    }

    @Override
    public int samples() {
        return SampleTraffic.requests();
    }

    private static boolean windows() {
        return System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("win");
    }

    private static Snippet shellSnippet() {
        String id = windows() ? "powershell" : "sh";
        return Snippets.ALL.stream()
                .filter(one -> one.card().id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public String shell() {
        return windows() ? "PowerShell" : "bash";
    }

    @Override
    public String shellLines() throws IOException {
        return shellLines(proxy, authority);
    }

    /** The same of any proxy. */
    static String shellLines(ProxyServer proxy, AuthorityInForce authority) throws IOException {
        Endpoint on = listening(proxy);
        Environment usual = new Environment(
                new ProxyAddress(ProxyScheme.HTTP, on.host(), on.port(), "", ""), Variables.USUAL, List.of());
        Trust trust = proxy.options().intercept() ? trust(authority.await()) : null;
        return Snippets.apply(shellSnippet(), usual.with(trust), Given.NOTHING).text();
    }

    private static Trust trust(Authority authority) throws IOException {
        TrustedFiles files = TrustedFiles.write(authority);
        return new Trust(
                files.bundle().toString(),
                files.certificate().toString(),
                files.store().toString());
    }

    @Override
    public int targets() {
        return Snippets.ALL.size();
    }

    @Override
    public void showEnvironment() {
        environment.choose(shellSnippet());
        window.showEnvironment(true);
    }
}
