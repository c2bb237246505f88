package dev.hopscope.ui.editor;

import dev.hopscope.capture.RecordingSession;
import dev.hopscope.capture.Session;
import dev.hopscope.exchange.Exchange;
import dev.hopscope.exchange.ExchangeId;
import dev.hopscope.exchange.HttpExchange;
import dev.hopscope.exchange.Mark;
import dev.hopscope.exchange.Outcome;
import dev.hopscope.exchange.ResponseHead;
import dev.hopscope.interchange.paste.Note;
import dev.hopscope.interchange.paste.Paste;
import dev.hopscope.interchange.paste.PasteResult;
import dev.hopscope.proxy.ProxyServer;
import dev.hopscope.proxy.ReplayRequest;
import dev.hopscope.replay.RecordedRequest;
import dev.hopscope.replay.RequestDraft;
import dev.hopscope.ui.kit.Background;
import dev.hopscope.ui.kit.Lane;
import dev.hopscope.ui.kit.Messages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * The drafts, the one that is open, and its sending. Screen thread; files, sessions and the proxy in the background. Writes no file, and makes no row: a draft
 * that is sent comes back through the session.
 */
public final class EditorModel {
    /** The oldest draft makes room for one more. */
    static final int MOST_SHEETS = 20;

    /** A longer text on the clipboard is not looked at before the user pastes it. */
    private static final int MOST_OFFERED = 1 << 20;

    private final ProxyServer proxy;
    private final Background background;
    private final InstantSource clock;
    private final ObservableList<Sheet> sheets = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Sheet> open =
            new ReadOnlyObjectWrapper<>(this, "open", Sheet.of(1, 0, "", Draft.BLANK));
    /** The attempt under way, null for none. */
    private final ReadOnlyObjectWrapper<@Nullable Attempt> sending = new ReadOnlyObjectWrapper<>(this, "sending", null);

    private final ReadOnlyObjectWrapper<@Nullable Hindrance> hindrance =
            new ReadOnlyObjectWrapper<>(this, "hindrance", Hindrance.OFF);
    private final ReadOnlyStringWrapper offered = new ReadOnlyStringWrapper(this, "offered", "");
    private final ReadOnlyStringWrapper sessionShown = new ReadOnlyStringWrapper(this, "sessionShown", "");
    private final Lane pasting;
    private boolean flawed;
    private final ReadOnlyStringWrapper said = new ReadOnlyStringWrapper(this, "said", "");
    private @Nullable Session session;
    private ReplayRequest.@Nullable UnderWay underWay;
    private long nextId = 2;

    public EditorModel(ProxyServer proxy, Background background, InstantSource clock) {
        this.proxy = proxy;
        this.background = background;
        this.clock = clock;
        pasting = background.lane();
        sheets.add(open.get());
    }

    /** Who is to know of every change of the drafts. */
    public void onChange(Runnable listener) {
        sheets.addListener((ListChangeListener<Sheet>) c -> listener.run());
    }

    /** The drafts, newest first. */
    public ObservableList<Sheet> sheets() {
        return sheets;
    }

    public ReadOnlyObjectProperty<Sheet> openProperty() {
        return open.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<@Nullable Attempt> sendingProperty() {
        return sending.getReadOnlyProperty();
    }

    /** What keeps drafts from being sent, as far as is known; null for nothing. */
    public ReadOnlyObjectProperty<@Nullable Hindrance> hindranceProperty() {
        return hindrance.getReadOnlyProperty();
    }

    /** What the user should know of the last thing they did; empty for nothing. */
    public ReadOnlyStringProperty saidProperty() {
        return said.getReadOnlyProperty();
    }

    void say(String words) {
        flawed = false;
        said.set(words);
    }

    /** A text that would make a draft, where the user may want that; empty for none. */
    public ReadOnlyStringProperty offeredProperty() {
        return offered.getReadOnlyProperty();
    }

    /** Makes a draft of a text that another program wrote, or says why it cannot. */
    void paste(String text) {
        offered.set("");
        pasting.ask(progress -> Paste.read(text), this::pasted, e -> say(words(e)));
    }

    private void pasted(PasteResult result) {
        switch (result) {
            case PasteResult.Read read -> {
                Sheet now = open.get();
                if (now.blank()) {
                    replace(Sheet.of(now.id(), 0, "", Draft.of(read.draft())));
                } else {
                    openWritten(read.draft());
                }
                say(read.notes().stream().map(Note::words).collect(Collectors.joining(" ")));
            }
            case PasteResult.Unreadable unreadable -> say(unreadable.reason());
        }
    }

    /** Offers to make a draft of a text, where it is one that can be; never does it unasked. */
    void offer(String text) {
        offered.set("");
        if (!text.isBlank() && text.length() <= MOST_OFFERED) {
            pasting.ask(
                    progress -> Paste.read(text),
                    result -> offered.set(result instanceof PasteResult.Read ? text : ""),
                    e -> say(words(e)));
        }
    }

    /** Sends through and reads from another session from now on. */
    public void use(Session next) {
        session = next;
        sessionShown.set(sessionFile());
        look();
    }

    /** Looks again at what keeps drafts from being sent. */
    public void look() {
        hindrance.set(Hindrance.of(session, proxy.state()));
    }

    /** The file of the session shown, empty where there is none. */
    String sessionFile() {
        return session == null ? "" : session.file().toString();
    }

    /** The row of the attempt shown, where it is of the session shown; null otherwise. */
    public @Nullable ExchangeId rowShown() {
        return rowOf(open.get().shown());
    }

    @Nullable
    ExchangeId rowOf(@Nullable Attempt attempt) {
        return attempt != null && attempt.row() != 0 && attempt.session().equals(sessionFile())
                ? new ExchangeId(attempt.row())
                : null;
    }

    /** File of the session shown: which rows can be shown beside a draft. */
    ReadOnlyStringProperty sessionProperty() {
        return sessionShown.getReadOnlyProperty();
    }

    boolean upstream() {
        return proxy.options().upstream() != null;
    }

    @Nullable
    String flaw() {
        return Flaws.first(open.get().draft(), upstream());
    }

    // ---- which draft

    /** Puts back what was kept, behind what was made since. */
    public void restore(List<Sheet> kept) {
        if (sheets.size() == 1 && sheets.getFirst().blank() && !kept.isEmpty()) {
            sheets.clear();
        }
        for (Sheet sheet : kept.subList(0, Math.min(kept.size(), MOST_SHEETS - sheets.size()))) {
            sheets.add(sheet.with(nextId++).interrupted());
        }
        open.set(sheets.getFirst());
    }

    /** Opens a blank draft. */
    public void openBlank() {
        sheets.stream().filter(Sheet::blank).findFirst().ifPresentOrElse(this::open, () -> add(0, "", Draft.BLANK));
    }

    /** Opens a draft of a request that came from elsewhere. */
    public void openWritten(RequestDraft request) {
        add(0, "", Draft.of(request));
    }

    /**
     * Opens the draft of an exchange: the one there is, or a new one.
     *
     * @param opened is run when it is open
     * @param refused is told why there can be none, in words
     */
    public void open(ExchangeId id, Runnable opened, Consumer<String> refused) {
        Session from = session;
        if (from == null) {
            return;
        }
        String file = sessionFile();
        Sheet known = sheets.stream()
                .filter(s -> s.row() == id.value() && s.session().equals(file))
                .findFirst()
                .orElse(null);
        if (known != null) {
            open(known);
            opened.run();
            return;
        }
        background.run(
                () -> {
                    Optional<Exchange> found = from.log().find(id);
                    return found.isEmpty()
                            ? new RecordedRequest.Missing(Messages.text("editor.gone", id.toString()))
                            : RecordedRequest.read(found.get(), from.bodies());
                },
                read -> {
                    switch (read) {
                        case RecordedRequest.Whole whole -> {
                            add(id.value(), file, Draft.of(whole.draft()));
                            opened.run();
                        }
                        case RecordedRequest.Missing missing -> refused.accept(missing.why());
                    }
                },
                e -> refused.accept(words(e)));
    }

    void open(Sheet sheet) {
        say("");
        offered.set("");
        open.set(sheet);
    }

    private void add(long row, String file, Draft draft) {
        Sheet made = Sheet.of(nextId++, row, file, draft);
        sheets.addFirst(made);
        open(made);
        if (sheets.size() > MOST_SHEETS) {
            Sheet oldest = sheets.removeLast();
            say(Messages.text("editor.full", MOST_SHEETS, title(oldest)));
        }
    }

    /** Puts a draft away for good, and opens the next. */
    void remove(Sheet sheet) {
        int at = indexOf(sheet.id());
        if (at < 0) {
            return;
        }
        sheets.remove(at);
        if (sheets.isEmpty()) {
            add(0, "", Draft.BLANK);
        } else if (open.get().id() == sheet.id()) {
            open(sheets.get(Math.min(at, sheets.size() - 1)));
        }
    }

    static String title(Sheet sheet) {
        Draft draft = sheet.draft();
        return draft.base().isEmpty()
                ? Messages.text("editor.blank")
                : draft.method() + " " + draft.base().replaceFirst("^https?://", "");
    }

    private int indexOf(long id) {
        for (int i = 0; i < sheets.size(); i++) {
            if (sheets.get(i).id() == id) {
                return i;
            }
        }
        return -1;
    }

    private void replace(Sheet next) {
        int at = indexOf(next.id());
        if (at >= 0) {
            sheets.set(at, next);
        }
        if (open.get().id() == next.id()) {
            open.set(next);
        }
    }

    // ---- the draft

    void edit(UnaryOperator<Draft> change) {
        Draft before = open.get().draft();
        Draft next = change.apply(before);
        if (!next.equals(before)) {
            if (flawed) {
                say("");
            }
            replace(open.get().with(next));
        }
    }

    /** Takes a file as body, once its size is known. */
    void useFile(Path file) {
        long sheet = open.get().id();
        background.run(
                () -> Files.size(file),
                length -> {
                    if (open.get().id() == sheet) {
                        say("");
                        edit(draft -> draft.withFile(file.toString(), length));
                    }
                },
                e -> say(Messages.text("editor.file.unreadable", file.toString())));
    }

    /** Shows an attempt and makes the draft again what was sent then; without effect where there is none. */
    void go(int number) {
        Sheet sheet = open.get();
        Attempt wanted = sheet.attempt(number);
        if (wanted != null) {
            replace(sheet.at(wanted));
        }
    }

    /** Goes to the attempt before or after the one shown; after the last to what was written since. */
    void step(int step) {
        Sheet sheet = open.get();
        if (step > 0 && sheet.atLast()) {
            replace(sheet.forth());
        } else {
            go(sheet.at() + step);
        }
    }

    // ---- sending

    void cancel() {
        ReplayRequest.UnderWay under = underWay;
        if (under != null) {
            under.cancel().run();
        }
    }

    /** Sends the draft; says why not where it cannot be sent. One is under way at a time. */
    public void send() {
        look();
        Session through = session;
        Sheet sheet = open.get();
        if (sending.get() != null || through == null || hindrance.get() != null) {
            return;
        }
        String flaw = flaw();
        if (flaw != null) {
            say(flaw);
            flawed = true;
            return;
        }
        say("");
        Draft draft = sheet.draft();
        boolean related = sheet.row() != 0 && sheet.session().equals(sessionFile());
        ExchangeId original = related ? new ExchangeId(sheet.row()) : null;
        Attempt attempt = Attempt.begun(sheet.nextNumber(), clock.millis(), draft, sessionFile());
        sending.set(attempt);
        replace(sheet.with(attempt));
        long id = sheet.id();
        background.run(
                () -> proxy.replay(Drafting.request(settled(draft), original)),
                sent -> begun(id, attempt.number(), through, sent),
                e -> ended(id, attempt.number(), a -> a.ended(0, 0, -1, words(e))));
    }

    /** With the size the file has now. */
    private static Draft settled(Draft draft) throws IOException {
        return draft.body().kind() == DraftBody.Kind.FILE
                ? draft.withFile(
                        draft.body().file(), Files.size(Path.of(draft.body().file())))
                : draft;
    }

    private void begun(long sheet, int number, Session through, ReplayRequest.UnderWay sent) {
        underWay = sent;
        sent.begun()
                .thenAccept(row -> row.ifPresent(id -> background
                        .screen()
                        .execute(() -> background.run(
                                () -> flushed(through),
                                done -> change(sheet, number, a -> a.withRow(id.value())),
                                e -> say(words(e))))));
        // the row is known by the time the exchange is over
        sent.over()
                .thenCombine(sent.begun(), (done, row) -> row)
                .whenComplete((row, failure) -> background.screen().execute(() -> {
                    if (failure != null) {
                        ended(sheet, number, a -> a.ended(0, 0, -1, words(failure)));
                    } else if (row.isEmpty()) {
                        ended(sheet, number, a -> a.ended(0, 0, -1, Messages.text("editor.noRow")));
                    } else {
                        fetch(sheet, number, through, row.get());
                    }
                }));
    }

    /** Waits until the session has what was accepted so far: a row just begun is then in it. */
    private static boolean flushed(Session through) throws IOException {
        if (through instanceof RecordingSession recording) {
            recording.flush();
        }
        return true;
    }

    private void fetch(long sheet, int number, Session through, ExchangeId row) {
        background.run(
                () -> flushed(through) ? through.log().find(row).orElse(null) : null,
                found -> ended(sheet, number, a -> outcome(a.withRow(row.value()), found)),
                e -> ended(sheet, number, a -> a.withRow(row.value()).ended(0, 0, -1, words(e))));
    }

    private static Attempt outcome(Attempt attempt, @Nullable Exchange found) {
        if (!(found instanceof HttpExchange x)) {
            return attempt.ended(0, 0, -1, Messages.text("editor.gone", "#" + attempt.row()));
        }
        ResponseHead head = x.heads().response();
        long took =
                TimeUnit.NANOSECONDS.toMicros(x.timings().at(Mark.RETURN_END).orElse(0));
        String failure =
                x.outcome() instanceof Outcome.Failed failed ? failed.failure().detail() : null;
        return attempt.ended(head == null ? 0 : head.status(), took, head == null ? -1 : x.responseBytes(), failure);
    }

    private void ended(long sheet, int number, UnaryOperator<Attempt> change) {
        change(sheet, number, change);
        underWay = null;
        sending.set(null);
    }

    private void change(long sheet, int number, UnaryOperator<Attempt> change) {
        int at = indexOf(sheet);
        Attempt attempt = find(sheet, number);
        if (at >= 0 && attempt != null) {
            Attempt next = change.apply(attempt);
            if (sending.get() != null && sending.get().number() == number) {
                sending.set(next);
            }
            replace(sheets.get(at).replacing(next));
        }
    }

    private @Nullable Attempt find(long sheet, int number) {
        int at = indexOf(sheet);
        return at < 0 ? null : sheets.get(at).attempt(number);
    }

    private static String words(Throwable e) {
        Throwable cause =
                e instanceof java.util.concurrent.CompletionException && e.getCause() != null ? e.getCause() : e;
        if (cause instanceof java.nio.file.NoSuchFileException missing) {
            return Messages.text("editor.file.unreadable", String.valueOf(missing.getMessage()));
        }
        return Objects.toString(cause.getMessage(), cause.getClass().getSimpleName());
    }
}
