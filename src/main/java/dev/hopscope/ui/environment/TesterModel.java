package dev.hopscope.ui.environment;

import dev.hopscope.snippet.Environment;
import dev.hopscope.snippet.Variables;
import dev.hopscope.snippet.noproxy.Clients;
import dev.hopscope.snippet.noproxy.ListAdvice;
import dev.hopscope.snippet.noproxy.ListSearch;
import dev.hopscope.snippet.noproxy.NameTable;
import dev.hopscope.snippet.noproxy.NoProxyClient;
import dev.hopscope.snippet.noproxy.Resolver;
import dev.hopscope.snippet.noproxy.Wanted;
import dev.hopscope.ui.kit.Background;
import dev.hopscope.ui.kit.Lane;
import dev.hopscope.ui.kit.Messages;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import java.util.stream.Collectors;
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
import javafx.collections.ObservableSet;
import org.jspecify.annotations.Nullable;

/**
 * What is tried on the clients, what they do with it, and what to write instead. FX thread; both answers are made in the background, the newest question alone
 * counts. Opens no connection; looks names up only while {@link #lookUp} is set.
 */
final class TesterModel {
    /** Chosen at first: what most people have, in one version each. */
    static final List<String> USUAL = List.of(
            "curl",
            "git",
            "wget",
            "apt",
            "npm",
            "python-urllib",
            "python-requests",
            "go",
            "ruby-net-http",
            "node24-fetch",
            "node24-http",
            "axios",
            "java-huc",
            "maven");

    final ObjectProperty<TesterSource> source = new SimpleObjectProperty<>(this, "source", TesterSource.PANE);
    final StringProperty list = new SimpleStringProperty(this, "list", "");
    final StringProperty variables = new SimpleStringProperty(this, "variables", "");
    final ObservableList<String> urls = FXCollections.observableArrayList(
            "http://localhost:3000/", "https://www.example.com/", "http://10.1.2.3/", "http://192.168.1.1:8080/");
    final ObservableSet<String> chosen = FXCollections.observableSet(new java.util.LinkedHashSet<>(USUAL));
    final BooleanProperty lookUp = new SimpleBooleanProperty(this, "lookUp");
    final BooleanProperty onlyChosen = new SimpleBooleanProperty(this, "onlyChosen");
    final BooleanProperty onlyDiffering = new SimpleBooleanProperty(this, "onlyDiffering");

    private final EnvironmentModel pane;
    private final Supplier<Resolver> system;
    private final Lane deciding;
    private final Lane searching;
    private final ObservableList<TesterMatrix.Row> rows = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<@Nullable TesterMatrix> matrix = new ReadOnlyObjectWrapper<>(this, "matrix");
    private final ReadOnlyObjectWrapper<@Nullable ListAdvice> advice = new ReadOnlyObjectWrapper<>(this, "advice");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");
    private final ReadOnlyStringWrapper urlProblem = new ReadOnlyStringWrapper(this, "urlProblem", "");
    private @Nullable Search searched;

    /** What an advice was asked for. */
    private record Search(List<Wanted> intent, List<String> clients) {}

    /** @param system made for each run that looks names up */
    TesterModel(EnvironmentModel pane, Background background, Supplier<Resolver> system) {
        this.pane = pane;
        this.system = system;
        deciding = background.lane();
        searching = background.lane();
        Stream.<Observable>of(source, list, variables, urls, lookUp).forEach(in -> in.addListener(changed -> decide()));
        pane.textsProperty().addListener(changed -> refresh());
        pane.problemProperty().addListener(changed -> refresh());
        chosen.addListener((Observable changed) -> {
            choose();
            search(false);
        });
        onlyChosen.subscribe(on -> choose());
        onlyDiffering.subscribe(on -> choose());
        refresh();
    }

    /** The newest answer; null before the first and while there is a problem. */
    ReadOnlyObjectProperty<@Nullable TesterMatrix> matrixProperty() {
        return matrix.getReadOnlyProperty();
    }

    /** The rows of the matrix that are to be shown. */
    ObservableList<TesterMatrix.Row> rows() {
        return rows;
    }

    /** What to write instead; null while it is searched for, or the search was given up. */
    ReadOnlyObjectProperty<@Nullable ListAdvice> adviceProperty() {
        return advice.getReadOnlyProperty();
    }

    /** Whether a search is under way, and how far. */
    Lane searching() {
        return searching;
    }

    /** What is wrong with what is typed, empty if nothing. */
    ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** Why the last URL could not be added, empty if it was. */
    ReadOnlyStringProperty urlProblemProperty() {
        return urlProblem.getReadOnlyProperty();
    }

    /** Adds a URL to try; without a scheme it is an http URL. */
    boolean addUrl(String typed) {
        String text = typed.strip();
        String url = text.contains("://") ? text : "http://" + text;
        if (!isHttp(url)) {
            urlProblem.set(Messages.text("tester.url.bad", text));
            return false;
        }
        urlProblem.set("");
        if (!urls.contains(url)) {
            urls.add(url);
        }
        return true;
    }

    private static boolean isHttp(String url) {
        String lower = url.toLowerCase(Locale.ROOT);
        if (!(lower.startsWith("http://") || lower.startsWith("https://"))
                || url.chars().anyMatch(c -> c <= ' ')) {
            return false;
        }
        try {
            String authority = new URI(url).getRawAuthority();
            return authority != null && !authority.isEmpty();
        } catch (URISyntaxException notForJava) {
            // clients differ in what they take for a URL; only a missing host is refused here
            return !url.substring(url.indexOf("://") + 3)
                    .replaceFirst("[/?#].*", "")
                    .isEmpty();
        }
    }

    /** Tries this list from now on. */
    void use(String value) {
        list.set(value);
        source.set(TesterSource.LIST);
    }

    /** Tries what is typed; begins with what stands there now, so that there is something to change. */
    void choose(TesterSource next) {
        TesterMatrix shown = matrix.get();
        if (next == TesterSource.LIST && list.get().isEmpty() && shown != null && shown.list() != null) {
            list.set(shown.list());
        }
        if (next == TesterSource.VARIABLES && variables.get().isEmpty()) {
            try {
                variables.set(pane.environment().assignments().stream()
                        .map(one -> one.name() + "=" + one.value())
                        .collect(Collectors.joining("\n")));
            } catch (IllegalArgumentException inWords) {
                // said where it is typed; the field begins empty
                variables.set("");
            }
        }
        source.set(next);
    }

    private void refresh() {
        // an observable that is not read tells its next change to nobody
        pane.textsProperty().get();
        pane.problemProperty().get();
        decide();
        search(false);
    }

    private void decide() {
        Lane.Task<TesterMatrix> task;
        try {
            task = question();
        } catch (IllegalArgumentException inWords) {
            deciding.cancel();
            fail(inWords);
            return;
        }
        deciding.ask(
                task,
                made -> {
                    problem.set("");
                    matrix.set(made);
                    choose();
                },
                this::fail);
    }

    private Lane.Task<TesterMatrix> question() {
        Environment environment = pane.environment();
        List<Wanted> intent = environment.bypass();
        List<String> tried = List.copyOf(urls);
        boolean ask = lookUp.get();
        return switch (source.get()) {
            case PANE -> {
                String value = list(environment);
                yield progress -> TesterMatrix.of(value, tried, intent, names(ask));
            }
            case LIST -> {
                String value = list.get();
                yield progress -> TesterMatrix.of(value, tried, intent, names(ask));
            }
            case VARIABLES -> {
                Map<String, String> typed = new LinkedHashMap<>(TypedVariables.read(variables.get()));
                yield progress -> TesterMatrix.of(typed, tried, intent, names(ask));
            }
        };
    }

    private Resolver names(boolean ask) {
        return ask ? system.get() : NameTable.LOCAL;
    }

    private static String list(Environment environment) {
        return new Environment(environment.proxy(), Variables.USUAL, environment.bypass())
                .assignments().stream()
                        .filter(one -> one.name().equals("no_proxy"))
                        .findFirst()
                        .orElseThrow()
                        .value();
    }

    private void fail(Exception e) {
        matrix.set(null);
        rows.clear();
        problem.set(e instanceof IllegalArgumentException ? String.valueOf(e.getMessage()) : e.toString());
    }

    private void choose() {
        TesterMatrix now = matrix.get();
        if (now == null) {
            return;
        }
        rows.setAll(now.rows().stream()
                .filter(row -> !onlyChosen.get() || chosen.contains(row.client().id()))
                .filter(row -> !onlyDiffering.get() || row.wrong(now.columns()))
                .toList());
    }

    /** Gives the search up. */
    void cancelSearch() {
        searching.cancel();
    }

    /** Searches again after it was given up. */
    void searchAgain() {
        search(true);
    }

    private void search(boolean again) {
        Search asked;
        try {
            asked = new Search(
                    pane.environment().bypass(),
                    Clients.ALL.stream()
                            .map(NoProxyClient::id)
                            .filter(chosen::contains)
                            .toList());
        } catch (IllegalArgumentException inWords) {
            // said by the matrix, which asks for the same
            searching.cancel();
            advice.set(null);
            searched = null;
            return;
        }
        if (asked.equals(searched) && !again) {
            return;
        }
        searched = asked;
        advice.set(null);
        searching.ask(
                progress -> advise(asked, progress), advice::set, e -> problem.set(String.valueOf(e.getMessage())));
    }

    /** Invented names are never looked up, whatever the matrix does. */
    private static @Nullable ListAdvice advise(Search asked, Lane.Progress progress) {
        Set<String> ids = Set.copyOf(asked.clients());
        List<NoProxyClient> clients =
                Clients.ALL.stream().filter(client -> ids.contains(client.id())).toList();
        try {
            return new ListSearch(asked.intent(), NameTable.LOCAL).advise(clients, progress::report);
        } catch (CancellationException nobodyWaits) {
            return null;
        }
    }
}
