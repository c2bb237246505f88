package dev.hopscope.cli;

import dev.hopscope.interchange.JsonRecords;
import dev.hopscope.interchange.ProxyCaseFile;
import dev.hopscope.snippet.noproxy.Clients;
import dev.hopscope.snippet.noproxy.Decision;
import dev.hopscope.snippet.noproxy.NameTable;
import dev.hopscope.snippet.noproxy.NoProxyCases;
import dev.hopscope.snippet.noproxy.NoProxyClient;
import dev.hopscope.snippet.noproxy.ProxyEnvironment;
import dev.hopscope.snippet.noproxy.Verdict;
import java.io.IOException;
import java.io.Writer;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code no-proxy}: what each client does with a list and a URL. Runs on the thread that called; asks no network. */
@Command(
        name = "no-proxy",
        header = "Show what each client does with a no_proxy: proxy, direct or error.",
        description = {
            "Tries a list on URLs, with rules measured on the real clients; opens no connection.",
            "A client named java-... or maven takes the list as its nonProxyHosts.%n"
        },
        sortOptions = false)
final class NoProxyCommand implements Callable<Integer> {
    private final Console console;

    @Option(names = "--value", paramLabel = "LIST", description = "The list (default: no_proxy is not set).")
    private @Nullable String value;

    @Option(names = "--url", paramLabel = "URL", description = "A URL to try; may be given again.")
    private List<String> urls = new ArrayList<>();

    @Option(
            names = "--client",
            paramLabel = "ID",
            arity = "1..*",
            split = ",",
            description = "Only these clients (default: all that are known).")
    private List<String> ids = new ArrayList<>();

    @Option(
            names = "--json",
            description = "As a JSON array of client, version, url, decision, entry, via, reason and rule.")
    private boolean json;

    @Option(
            names = "--cases",
            paramLabel = "FILE",
            description = {
                "Decide every case of a JSON file (resolver, cases, vars) and write it with our results;",
                "names are resolved by the file alone."
            })
    private @Nullable Path file;

    @Mixin
    private final HelpOption help = new HelpOption();

    NoProxyCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        List<NoProxyClient> clients = clients();
        if (file != null) {
            if (!urls.isEmpty() || value != null || json) {
                throw CommandFailure.wrongUse(
                        "--cases takes lists and URLs from the file: leave --value, --url and --json out.");
            }
            decide(file, clients);
            return ExitStatus.OK;
        }
        if (urls.isEmpty()) {
            throw CommandFailure.wrongUse("Nothing to try. Give a URL with --url, or a file of cases with --cases.");
        }
        urls.forEach(NoProxyCommand::check);
        if (json) {
            writeJson(clients);
        } else {
            writeText(clients);
        }
        return ExitStatus.OK;
    }

    private List<NoProxyClient> clients() {
        if (ids.isEmpty()) {
            return Clients.ALL;
        }
        return ids.stream()
                .map(id -> Clients.byId(id)
                        .orElseThrow(() -> CommandFailure.wrongUse("No client is called '" + id + "'. Known are: "
                                + String.join(
                                        ", ",
                                        Clients.ALL.stream()
                                                .map(NoProxyClient::id)
                                                .toList()) + ".")))
                .toList();
    }

    private static void check(String url) {
        String lower = url.toLowerCase(Locale.ROOT);
        if (!(lower.startsWith("http://") || lower.startsWith("https://"))
                || authority(url).isEmpty()) {
            throw CommandFailure.wrongUse("'" + url + "' is no http or https URL with a host.");
        }
    }

    private static String authority(String url) {
        try {
            String authority = new URI(url).getRawAuthority();
            return authority == null ? "" : authority;
        } catch (URISyntaxException notForJava) {
            // clients differ in what they take for a URL; only a missing host is refused here
            return url.substring(url.indexOf("://") + 3).replaceFirst("[/?#].*", "");
        }
    }

    private Decision decide(NoProxyClient client, String url) {
        ProxyEnvironment environment = ProxyEnvironment.withNoProxy(value, ProxyEnvironment.nonProxyHostsFor(value));
        return client.decide(environment, url, NameTable.LOCAL);
    }

    private void decide(Path cases, List<NoProxyClient> clients) throws IOException {
        try (Writer out = new JsonSafeWriter(console.machine())) {
            ProxyCaseFile read = ProxyCaseFile.read(cases);
            NameTable names = NameTable.of(read.resolver());
            read.write(one -> lists(one, clients, names), one -> variables(one, clients, names), out);
        } catch (IllegalArgumentException otherShape) {
            throw CommandFailure.failure(cases + " is no JSON file of cases: " + otherShape.getMessage());
        }
    }

    private static Map<String, String> lists(ProxyCaseFile.ListCase one, List<NoProxyClient> clients, NameTable names) {
        String hosts = one.hasHosts() ? one.nonProxyHosts() : ProxyEnvironment.nonProxyHostsFor(one.noProxy());
        ProxyEnvironment environment = ProxyEnvironment.withNoProxy(one.noProxy(), hosts);
        Map<String, String> results = new LinkedHashMap<>();
        for (NoProxyClient client : clients) {
            Decision decision = client.decide(environment, one.url(), names);
            results.put(client.id(), decision.verdict().word());
        }
        return results;
    }

    private static Map<String, Map<String, String>> variables(
            ProxyCaseFile.VariableCase one, List<NoProxyClient> clients, NameTable names) {
        ProxyEnvironment environment = new ProxyEnvironment(one.env(), null);
        Map<String, Map<String, String>> results = new LinkedHashMap<>();
        for (NoProxyClient client : clients) {
            Decision decision = client.decide(environment, one.url(), names);
            Map<String, String> result = new LinkedHashMap<>();
            result.put("r", decision.verdict().word());
            String via = NoProxyCases.via(one.env(), decision);
            if (via != null) {
                result.put("via", via);
            }
            results.put(client.id(), result);
        }
        return results;
    }

    private void writeJson(List<NoProxyClient> clients) throws IOException {
        List<Map<String, @Nullable String>> objects = new ArrayList<>();
        for (String url : urls) {
            for (NoProxyClient client : clients) {
                Decision decision = decide(client, url);
                Map<String, @Nullable String> object = new LinkedHashMap<>();
                object.put("client", client.id());
                object.put("version", client.card().version());
                object.put("url", url);
                object.put("decision", decision.verdict().word());
                object.put("entry", decision.entry());
                object.put("via", decision.via());
                object.put("reason", decision.reason());
                object.put("rule", client.card().rule());
                objects.add(object);
            }
        }
        try (Writer out = new JsonSafeWriter(console.machine())) {
            JsonRecords.array(objects, out);
        }
    }

    private void writeText(List<NoProxyClient> clients) throws IOException {
        try (Writer out = console.text()) {
            for (String url : urls) {
                Map<Verdict, Integer> count = new EnumMap<>(Verdict.class);
                out.write(SafeText.line(url) + "\n");
                for (NoProxyClient client : clients) {
                    Decision decision = decide(client, url);
                    count.merge(decision.verdict(), 1, Integer::sum);
                    String entry = decision.entry() == null ? "" : "  " + decision.entry();
                    out.write(SafeText.line("  %-6s  %-20s%s"
                                    .formatted(decision.verdict().word(), client.id(), entry)
                                    .stripTrailing())
                            + "\n");
                }
                out.write(count.size() > 1 ? "  The clients disagree.\n" : "  The clients agree.\n");
            }
        }
    }
}
