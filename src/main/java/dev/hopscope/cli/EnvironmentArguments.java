package dev.hopscope.cli;

import dev.hopscope.settings.Settings;
import dev.hopscope.snippet.BypassPresets;
import dev.hopscope.snippet.BypassText;
import dev.hopscope.snippet.Environment;
import dev.hopscope.snippet.LetterCase;
import dev.hopscope.snippet.ProxyAddress;
import dev.hopscope.snippet.ProxyScheme;
import dev.hopscope.snippet.Variables;
import dev.hopscope.snippet.machine.SearchDomains;
import dev.hopscope.snippet.noproxy.Wanted;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say which proxy, which variables and what goes past it. Filled by picocli on the command's thread; quotes nothing. */
final class EnvironmentArguments {
    @Option(names = "--scheme", paramLabel = "SCHEME", description = "http, https or socks5h (default: http).")
    private String scheme = "http";

    @Option(names = "--host", paramLabel = "HOST", description = "Where the proxy is (default: as in the settings).")
    private @Nullable String host;

    @Option(names = "--port", paramLabel = "PORT", description = "Its port (default: as in the settings).")
    private @Nullable Integer port;

    @Option(names = "--user", paramLabel = "USER", description = "Who asks the proxy, as it is, not encoded.")
    private String user = "";

    @Option(
            names = "--password",
            paramLabel = "PASSWORD",
            arity = "0..1",
            interactive = true,
            echo = false,
            description = "The password, as it is; without a value it is asked for.")
    private @Nullable String password;

    @Option(
            names = "--variables",
            paramLabel = "NAMES",
            split = ",",
            description = "Which of http_proxy,https_proxy,all_proxy,no_proxy (default: all but all_proxy).")
    private List<String> variables = new ArrayList<>(List.of("http_proxy", "https_proxy", "no_proxy"));

    @Option(names = "--case", paramLabel = "CASE", description = "lower, upper or both (default: both).")
    private String letters = "both";

    @Option(
            names = "--bypass",
            paramLabel = "ENTRY",
            split = ",",
            description = {
                "What goes past the proxy; may be given again: a.test (the host alone), .a.test (and all below it),",
                "*.a.test (only what is below it), 10.1.2.3, ::1, 10.0.0.0/8; with :PORT for one port."
            })
    private List<String> bypass = new ArrayList<>();

    @Option(
            names = "--no-loopback",
            negatable = false,
            description = "Send localhost, 127.0.0.1 and ::1 through the proxy too.")
    private boolean noLoopback;

    @Option(names = "--private", description = "Past the proxy: 10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16.")
    private boolean privateNetworks;

    @Option(
            names = "--kubernetes",
            description = "Past the proxy: .svc, .cluster.local, the API server, services and pods.")
    private boolean kubernetes;

    @Option(names = "--api-server", paramLabel = "HOST", description = "Host or address of the API server.")
    private String apiServer = "";

    @Option(names = "--services", paramLabel = "CIDR", description = "Service addresses (default: 10.96.0.0/12).")
    private String services = BypassPresets.SERVICES;

    @Option(names = "--pods", paramLabel = "CIDR", description = "Pod addresses (default: 10.244.0.0/16).")
    private String pods = BypassPresets.PODS;

    @Option(names = "--metadata", description = "Past the proxy: where machines in a cloud ask for credentials.")
    private boolean metadata;

    @Option(names = "--search-domains", description = "Past the proxy: this machine's search domains.")
    private boolean searchDomains;

    /** @throws IllegalArgumentException in words */
    Environment environment(Settings.Proxy usual) {
        ProxyAddress proxy = new ProxyAddress(
                ProxyScheme.of(scheme),
                host == null ? usual.host() : host,
                port == null ? usual.port() : port,
                user,
                password == null ? "" : password);
        return new Environment(proxy, names(), exceptions());
    }

    private Variables names() {
        List<String> known = List.of("http_proxy", "https_proxy", "all_proxy", "no_proxy");
        for (String name : variables) {
            if (!known.contains(name)) {
                throw new IllegalArgumentException(
                        "'" + name + "' is no variable to choose. There are: " + String.join(", ", known) + ".");
            }
        }
        if (variables.contains("http_proxy") != variables.contains("https_proxy")) {
            throw new IllegalArgumentException("http_proxy and https_proxy go together: choose both or none.");
        }
        return new Variables(
                variables.contains("http_proxy"),
                variables.contains("all_proxy"),
                variables.contains("no_proxy"),
                LetterCase.of(letters));
    }

    private List<Wanted> exceptions() {
        List<Wanted> all = new ArrayList<>();
        if (!noLoopback) {
            all.addAll(BypassPresets.LOOPBACK);
        }
        if (privateNetworks) {
            all.addAll(BypassPresets.PRIVATE);
        }
        if (kubernetes) {
            all.addAll(BypassPresets.kubernetes(apiServer, services, pods));
        }
        if (metadata) {
            all.addAll(BypassPresets.METADATA);
        }
        if (searchDomains) {
            all.addAll(BypassPresets.domains(SearchDomains.ofThisMachine()));
        }
        bypass.forEach(entry -> all.add(BypassText.read(entry)));
        return all;
    }
}
