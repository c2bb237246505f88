package dev.hopscope.cli;

import com.google.gson.stream.JsonWriter;
import dev.hopscope.snippet.noproxy.Clients;
import dev.hopscope.snippet.noproxy.Decision;
import dev.hopscope.snippet.noproxy.NameTable;
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
                throw CommandFailure.wrongUse("--cases takes lists and URLs from the file: leave --value, --url and --json out.");
            }
            try (Writer out = new JsonSafeWriter(console.machine())) {
                NoProxyCaseFile.read(file).write(clients, out);
            }
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
                                + String.join(", ", Clients.ALL.stream().map(NoProxyClient::id).toList()) + ".")))
                .toList();
    }

    private static void check(String url) {
        String lower = url.toLowerCase(Locale.ROOT);
        if (!(lower.startsWith("http://") || lower.startsWith("https://")) || authority(url).isEmpty()) {
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
        ProxyEnvironment environment =
                ProxyEnvironment.withNoProxy(value, ProxyEnvironment.nonProxyHostsFor(value));
        return client.decide(environment, url, NameTable.LOCAL);
    }

    private void writeJson(List<NoProxyClient> clients) throws IOException {
        try (JsonWriter out = new JsonWriter(new JsonSafeWriter(console.machine()))) {
            out.setIndent("  ");
            out.setSerializeNulls(true);
            out.beginArray();
            for (String url : urls) {
                for (NoProxyClient client : clients) {
                    Decision decision = decide(client, url);
                    out.beginObject();
                    out.name("client").value(client.id());
                    out.name("version").value(client.card().version());
                    out.name("url").value(url);
                    out.name("decision").value(decision.verdict().word());
                    out.name("entry").value(decision.entry());
                    out.name("via").value(decision.via());
                    out.name("reason").value(decision.reason());
                    out.name("rule").value(client.card().rule());
                    out.endObject();
                }
            }
            out.endArray();
        }
        console.print("");
    }

    private void writeText(List<NoProxyClient> clients) throws IOException {
        try (Writer out = console.text()) {
            for (String url : urls) {
                Map<Verdict, Integer> count =
                        new EnumMap<>(Verdict.class);
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
