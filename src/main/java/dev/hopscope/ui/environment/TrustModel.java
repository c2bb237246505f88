package dev.hopscope.ui.environment;

import dev.hopscope.exchange.Endpoint;
import dev.hopscope.proxy.Authority;
import dev.hopscope.snippet.machine.MachineAddress;
import dev.hopscope.trust.TrustAnswer;
import dev.hopscope.trust.TrustAnswer.Place;
import dev.hopscope.trust.TrustBundle;
import dev.hopscope.trust.TrustCheck;
import dev.hopscope.trust.TrustFiles;
import dev.hopscope.trust.TrustRecipe;
import dev.hopscope.trust.TrustRecipes;
import dev.hopscope.ui.kit.Background;
import dev.hopscope.ui.kit.Messages;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableMap;
import javafx.collections.ObservableSet;
import org.jspecify.annotations.Nullable;

/** What makes clients trust the authority, and where this machine does. FX thread; stores are asked and files written in the background. Installs nothing. */
final class TrustModel {
    /** A place that does not answer sooner is said to be unknown. */
    private static final Duration LIMIT = Duration.ofSeconds(15);

    /** What was done last, or why it was not. */
    record Said(boolean good, String words) {
        static final Said NOTHING = new Said(true, "");
    }

    final ObjectProperty<TrustRecipe> recipe = new SimpleObjectProperty<>(this, "recipe", TrustRecipes.ALL.getFirst());
    final StringProperty query = new SimpleStringProperty(this, "query", "");

    private final Background background;
    private final List<MachineAddress> addresses;
    private final ObservableList<TrustRecipe> recipes = FXCollections.observableArrayList(TrustRecipes.ALL);
    private final ObservableMap<Place, List<TrustAnswer>> answers = FXCollections.observableHashMap();
    private final ObservableSet<Place> asking = FXCollections.observableSet();
    private final ReadOnlyObjectWrapper<@Nullable Authority> authority = new ReadOnlyObjectWrapper<>(this, "authority");
    private final ReadOnlyObjectWrapper<Endpoint> listening =
            new ReadOnlyObjectWrapper<>(this, "listening", new Endpoint("127.0.0.1", 8888));
    private final ReadOnlyObjectWrapper<Said> said = new ReadOnlyObjectWrapper<>(this, "said", Said.NOTHING);

    /** @param addresses by which other devices may reach this machine */
    TrustModel(Background background, List<MachineAddress> addresses) {
        this.background = background;
        this.addresses = List.copyOf(addresses);
        query.subscribe(this::choose);
    }

    /** Null while it is read or made. */
    ReadOnlyObjectProperty<@Nullable Authority> authorityProperty() {
        return authority.getReadOnlyProperty();
    }

    /** The authority is there, or is another now; what was found out about an earlier one no longer counts. */
    void is(Authority made) {
        answers.clear();
        authority.set(made);
    }

    /** Where the proxy listens. */
    ReadOnlyObjectProperty<Endpoint> listeningProperty() {
        return listening.getReadOnlyProperty();
    }

    void listensOn(Endpoint endpoint) {
        listening.set(endpoint);
    }

    /** The pages that other devices can open, one an address of this machine; none while it listens for this machine alone. */
    List<String> pages() {
        Endpoint at = listening.get();
        return MachineAddress.reaching(at.host(), addresses).stream()
                .map(host -> "http://" + new Endpoint(host, at.port()) + "/")
                .toList();
    }

    /** The recipes that match what is searched for. */
    ObservableList<TrustRecipe> recipes() {
        return recipes;
    }

    private void choose(String typed) {
        String[] words = typed.strip().toLowerCase(Locale.ROOT).split("\\s+");
        recipes.setAll(TrustRecipes.ALL.stream()
                .filter(one -> {
                    String all =
                            (one.id() + " " + one.title() + " " + one.group().title()).toLowerCase(Locale.ROOT);
                    return Stream.of(words).allMatch(all::contains);
                })
                .toList());
    }

    /** The lines that make the chosen one trust the authority; none while there is no authority. */
    List<String> install() {
        Authority now = authority.get();
        return now == null ? List.of() : recipe.get().install(TrustFiles.of(now));
    }

    /** The lines that take it back. */
    List<String> removal() {
        Authority now = authority.get();
        return now == null ? List.of() : recipe.get().remove(TrustFiles.of(now));
    }

    /** What each place that was asked has said. */
    ObservableMap<Place, List<TrustAnswer>> answers() {
        return answers;
    }

    /** The places that are being asked. */
    ObservableSet<Place> asking() {
        return asking;
    }

    void check(Place place) {
        Authority now = authority.get();
        if (now == null || !asking.add(place)) {
            return;
        }
        background.run(
                () -> TrustCheck.of(now.certificate()).ask(place, LIMIT),
                found -> {
                    asking.remove(place);
                    if (authority.get() == now) {
                        answers.put(place, found);
                    }
                },
                e -> {
                    asking.remove(place);
                    say(false, Messages.text("trust.failed", place.title(), e));
                });
    }

    ReadOnlyObjectProperty<Said> saidProperty() {
        return said.getReadOnlyProperty();
    }

    void say(boolean good, String words) {
        said.set(new Said(good, words));
    }

    /** The system's authorities and ours, as PEM. */
    void writeBundle(Path file) {
        write(file, bundle -> bundle.writePem(file), "trust.written");
    }

    /** The same for Java. */
    void writeTrustStore(Path file) {
        write(file, bundle -> bundle.writeTrustStore(file), "trust.written.store");
    }

    /** One of the two. */
    private interface Writing {
        TrustBundle.Written of(TrustBundle bundle) throws java.io.IOException;
    }

    private void write(Path file, Writing writing, String key) {
        Authority now = authority.get();
        if (now == null) {
            return;
        }
        background.run(
                () -> writing.of(TrustBundle.of(now.certificate())),
                made -> say(
                        true, Messages.text(key, made.file(), made.authorities(), made.source(), TrustBundle.PASSWORD)),
                e -> say(false, Messages.text("environment.failed", file, String.valueOf(e.getMessage()))));
    }

    /** Writes lines as a new file; one that is there is kept. */
    void save(Path file, List<String> lines) {
        background.run(
                () -> Files.write(file, lines, StandardOpenOption.CREATE_NEW),
                made -> say(true, Messages.text("environment.saved", made)),
                e -> say(
                        false,
                        e instanceof java.nio.file.FileAlreadyExistsException
                                ? Messages.text("trust.exists", file)
                                : Messages.text("environment.failed", file, String.valueOf(e.getMessage()))));
    }
}
