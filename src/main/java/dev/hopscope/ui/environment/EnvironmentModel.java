package dev.hopscope.ui.environment;

import dev.hopscope.exchange.Endpoint;
import dev.hopscope.snippet.BypassPresets;
import dev.hopscope.snippet.BypassText;
import dev.hopscope.snippet.Environment;
import dev.hopscope.snippet.Given;
import dev.hopscope.snippet.LetterCase;
import dev.hopscope.snippet.ProxyAddress;
import dev.hopscope.snippet.ProxyScheme;
import dev.hopscope.snippet.Snippet;
import dev.hopscope.snippet.SnippetCard;
import dev.hopscope.snippet.Snippets;
import dev.hopscope.snippet.Trust;
import dev.hopscope.snippet.Variables;
import dev.hopscope.snippet.noproxy.Wanted;
import dev.hopscope.ui.kit.Background;
import dev.hopscope.ui.kit.Lane;
import dev.hopscope.ui.kit.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.beans.Observable;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * What is typed in the pane and the texts that follow from it. FX thread; the texts are made in the background, the newest question alone counts. Reads and writes
 * no file.
 */
final class EnvironmentModel {
    final StringProperty host = text("host", "127.0.0.1");
    final StringProperty port = text("port", "8888");
    final ObjectProperty<ProxyScheme> scheme = new SimpleObjectProperty<>(this, "scheme", ProxyScheme.HTTP);
    final StringProperty user = text("user", "");
    final StringProperty password = text("password", "");
    final BooleanProperty proxies = flag("proxies", true);
    final BooleanProperty all = flag("all", false);
    final BooleanProperty list = flag("list", true);
    final BooleanProperty upper = flag("upper", true);
    /** Whether the texts make clients trust the authority too. */
    final BooleanProperty trusted = flag("trusted", false);

    final BooleanProperty loopback = flag("loopback", true);
    final BooleanProperty privateNetworks = flag("privateNetworks", false);
    final BooleanProperty kubernetes = flag("kubernetes", false);
    final StringProperty apiServer = text("apiServer", "");
    final StringProperty services = text("services", BypassPresets.SERVICES);
    final StringProperty pods = text("pods", BypassPresets.PODS);
    final BooleanProperty metadata = flag("metadata", false);
    final BooleanProperty searchDomains = flag("searchDomains", false);
    final ObservableList<Wanted> entries = FXCollections.observableArrayList();
    final ObjectProperty<Snippet> target = new SimpleObjectProperty<>(this, "target", Snippets.ALL.getFirst());
    final StringProperty name = text("name", "");
    final StringProperty query = text("query", "");

    private final ObservableList<Snippet> targets = FXCollections.observableArrayList(Snippets.ALL);
    private final List<String> domains;
    private final Lane lane;
    private final ReadOnlyObjectWrapper<@Nullable Texts> texts = new ReadOnlyObjectWrapper<>(this, "texts");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");
    private final ReadOnlyStringWrapper entryProblem = new ReadOnlyStringWrapper(this, "entryProblem", "");
    private final ReadOnlyStringWrapper hint = new ReadOnlyStringWrapper(this, "hint", "");
    private final ObjectProperty<@Nullable Trust> trust = new SimpleObjectProperty<>(this, "trust", null);
    private final Lane trusting;
    private Background.@Nullable Work<Trust> maker;
    private String trustProblem = "";
    private Endpoint listening = new Endpoint("127.0.0.1", 8888);

    /** @param domains this machine's search domains */
    EnvironmentModel(Background background, List<String> domains) {
        this.domains = List.copyOf(domains);
        lane = background.lane();
        trusting = background.lane();
        trusted.subscribe(on -> makeTrust());
        Stream.<Observable>of(
                        host,
                        port,
                        scheme,
                        user,
                        password,
                        proxies,
                        all,
                        list,
                        upper,
                        trusted,
                        trust,
                        loopback,
                        privateNetworks,
                        kubernetes,
                        apiServer,
                        services,
                        pods,
                        metadata,
                        searchDomains,
                        entries,
                        target,
                        name)
                .forEach(input -> input.addListener(changed -> refresh()));
        query.subscribe(this::choose);
        refresh();
    }

    /** How the files are made that clients are to trust; another authority has others. They are made once they are wanted. */
    void trustIs(Background.Work<Trust> work) {
        maker = work;
        trust.set(null);
        makeTrust();
    }

    private void makeTrust() {
        Background.Work<Trust> work = maker;
        if (!trusted.get() || trust.get() != null || work == null) {
            return;
        }
        trustProblem = "";
        trusting.ask(progress -> work.run(), trust::set, e -> {
            trustProblem = Messages.text("environment.trust.failed", String.valueOf(e.getMessage()));
            refresh();
        });
    }

    private StringProperty text(String property, String usual) {
        return new SimpleStringProperty(this, property, usual);
    }

    private BooleanProperty flag(String property, boolean usual) {
        return new SimpleBooleanProperty(this, property, usual);
    }

    /** The newest texts; null while there is none because of the problem. */
    ReadOnlyObjectProperty<@Nullable Texts> textsProperty() {
        return texts.getReadOnlyProperty();
    }

    /** What is wrong with what is typed, empty if nothing. */
    ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** Why the last exception could not be added, empty if it was. */
    ReadOnlyStringProperty entryProblemProperty() {
        return entryProblem.getReadOnlyProperty();
    }

    /** What to know about these inputs, whatever the target; empty for nothing. */
    ReadOnlyStringProperty hintProperty() {
        return hint.getReadOnlyProperty();
    }

    /** The targets that match what is searched for. */
    ObservableList<Snippet> targets() {
        return targets;
    }

    List<String> domains() {
        return domains;
    }

    /** The proxy listens here now: taken over, unless another was typed. */
    void listensOn(Endpoint endpoint) {
        if (port.get().equals(String.valueOf(listening.port()))) {
            port.set(String.valueOf(endpoint.port()));
        }
        listening = endpoint;
        refresh();
    }

    /** Adds what is typed to what goes direct. */
    boolean add(String typed) {
        try {
            Wanted wanted = BypassText.read(typed);
            entryProblem.set("");
            if (!entries.contains(wanted)) {
                entries.add(wanted);
            }
            return true;
        } catch (IllegalArgumentException inWords) {
            entryProblem.set(String.valueOf(inWords.getMessage()));
            return false;
        }
    }

    private void choose(String typed) {
        String[] words = typed.strip().toLowerCase(Locale.ROOT).split("\\s+");
        targets.setAll(Snippets.ALL.stream()
                .filter(snippet -> matches(snippet.card(), words))
                .toList());
    }

    private static boolean matches(SnippetCard card, String[] words) {
        String all = (card.id() + " " + card.title() + " " + card.group().title() + " " + card.place())
                .toLowerCase(Locale.ROOT);
        return Stream.of(words).allMatch(all::contains);
    }

    /** What the inputs say now. @throws IllegalArgumentException in words */
    Environment environment() {
        String digits = port.get().strip();
        if (!digits.matches("[0-9]{1,5}")) {
            throw new IllegalArgumentException(Messages.text("environment.port.bad"));
        }
        ProxyAddress proxy = new ProxyAddress(
                scheme.get(), host.get().strip(), Integer.parseInt(digits), user.get(), password.get());
        Variables variables =
                new Variables(proxies.get(), all.get(), list.get(), upper.get() ? LetterCase.BOTH : LetterCase.LOWER);
        if (trusted.get() && trust.get() == null) {
            throw new IllegalArgumentException(
                    trustProblem.isEmpty() ? Messages.text("environment.trust.making") : trustProblem);
        }
        return new Environment(proxy, variables, bypass(), trusted.get() ? trust.get() : null);
    }

    private List<Wanted> bypass() {
        List<Wanted> bypass = new ArrayList<>();
        if (loopback.get()) {
            bypass.addAll(BypassPresets.LOOPBACK);
        }
        if (privateNetworks.get()) {
            bypass.addAll(BypassPresets.PRIVATE);
        }
        if (kubernetes.get()) {
            bypass.addAll(BypassPresets.kubernetes(apiServer.get(), services.get(), pods.get()));
        }
        if (metadata.get()) {
            bypass.addAll(BypassPresets.METADATA);
        }
        if (searchDomains.get()) {
            bypass.addAll(BypassPresets.domains(domains));
        }
        bypass.addAll(entries);
        return bypass;
    }

    private void refresh() {
        hint.set(hintNow());
        Environment environment;
        Given given;
        try {
            environment = environment();
            given = Given.NOTHING.withName(name.get());
        } catch (IllegalArgumentException inWords) {
            lane.cancel();
            fail(inWords);
            return;
        }
        Snippet snippet = target.get();
        lane.ask(
                progress -> new Texts(
                        snippet, Snippets.apply(snippet, environment, given), snippet.undo(environment, given)),
                made -> {
                    problem.set("");
                    texts.set(made);
                },
                this::fail);
    }

    private void fail(Exception e) {
        texts.set(null);
        problem.set(e instanceof IllegalArgumentException ? String.valueOf(e.getMessage()) : e.toString());
    }

    private String hintNow() {
        boolean loopbackOnly = isLoopback(listening.host());
        if (loopbackOnly
                && !isLoopback(host.get().strip())
                && port.get().strip().equals(String.valueOf(listening.port()))) {
            return Messages.text("environment.hint.reach", listening.host());
        }
        return loopback.get() ? "" : Messages.text("environment.hint.loopback");
    }

    private static boolean isLoopback(String address) {
        return address.equals("localhost") || address.startsWith("127.") || address.equals("::1");
    }
}
