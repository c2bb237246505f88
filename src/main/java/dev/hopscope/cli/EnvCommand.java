package dev.hopscope.cli;

import dev.hopscope.interchange.JsonRecords;
import dev.hopscope.settings.SettingsFile;
import dev.hopscope.snippet.Environment;
import dev.hopscope.snippet.Given;
import dev.hopscope.snippet.Note;
import dev.hopscope.snippet.Rendered;
import dev.hopscope.snippet.Snippet;
import dev.hopscope.snippet.SnippetCard;
import dev.hopscope.snippet.SnippetGroup;
import dev.hopscope.snippet.Snippets;
import dev.hopscope.snippet.Trust;
import dev.hopscope.trust.TrustedFiles;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code env}: the text that makes a client use the proxy, or takes it back. Runs on the thread that called; runs nothing, and writes Hopscope's own files alone. */
@Command(
        name = "env",
        header = "Print what makes a shell, tool or system use the proxy, or its undo.",
        description = {
            "The text goes to stdout, what to know about it to stderr. Nothing is run and no file of yours is changed.",
            "A target that is a file is printed with all that is in it already: say where it is with --existing.%n"
        },
        sortOptions = false)
final class EnvCommand implements Callable<Integer> {
    private final Program program;
    private final Console console;

    @Option(names = "--list", description = "List the targets: id, title, group, place.")
    private boolean list;

    @Option(names = "--target", paramLabel = "ID", description = "For which shell, tool or system.")
    private @Nullable String target;

    @Option(names = "--undo", description = "The text that brings back what was there before.")
    private boolean undo;

    @Option(
            names = "--existing",
            paramLabel = "FILE",
            description = "The file as it is now, to merge into or to take out of; it is only read.")
    private @Nullable Path existing;

    @Option(
            names = "--before",
            paramLabel = "FILE",
            description = "With --undo: the file as it was, for formats that cannot keep earlier values (JSON).")
    private @Nullable Path before;

    @Option(
            names = "--name",
            paramLabel = "NAME",
            description = "Of the unit, image, service or workload, where the target needs one.")
    private String name = "";

    @Option(
            names = "--with-ca",
            description = {
                "With what makes clients trust Hopscope where it opens TLS, and Node and Java use it. Writes",
                "hopscope-ca-bundle.pem and hopscope-truststore.p12 into the configuration folder."
            })
    private boolean withCa;

    @Option(names = "--json", description = "With --list: as a JSON array.")
    private boolean json;

    @Mixin
    private final EnvironmentArguments arguments = new EnvironmentArguments();

    @Mixin
    private final FolderArguments folder = new FolderArguments();

    @Mixin
    private final HelpOption help = new HelpOption();

    EnvCommand(Program program, Console console) {
        this.program = program;
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        if (list == (target != null)) {
            throw CommandFailure.wrongUse("Say which target with --target ID, or ask for all of them with --list.");
        }
        if (target == null) {
            writeList();
            return ExitStatus.OK;
        }
        String id = target;
        Snippet snippet = Snippets.byId(id)
                .orElseThrow(() ->
                        CommandFailure.wrongUse("No target is called '" + id + "'. 'hopscope env --list' shows them."));
        check(snippet.card());
        write(render(snippet));
        return ExitStatus.OK;
    }

    private void check(SnippetCard card) {
        if (!name.isEmpty() && card.named() == null) {
            throw CommandFailure.wrongUse("The target " + card.id() + " needs no name: leave --name out.");
        }
        if (before != null && !undo) {
            throw CommandFailure.wrongUse("--before says what --undo is to bring back: leave it out, or add --undo.");
        }
        if (json) {
            throw CommandFailure.wrongUse("--json goes with --list.");
        }
    }

    private Rendered render(Snippet snippet) throws IOException {
        Given given = new Given(read(existing), before == null ? null : read(before), name);
        try {
            Environment environment =
                    arguments.environment(new SettingsFile(folder.folder().settings())
                            .read()
                            .settings()
                            .proxy());
            return undo
                    ? snippet.undo(environment, given)
                    : Snippets.apply(snippet, environment.with(withCa ? trust() : null), given);
        } catch (IllegalArgumentException inWords) {
            throw CommandFailure.wrongUse(String.valueOf(inWords.getMessage()));
        }
    }

    private Trust trust() {
        try {
            TrustedFiles files = TrustedFiles.write(program.authority(folder.folder()));
            console.message("Written: " + files.bundle() + " and " + files.store() + ".");
            return new Trust(
                    files.bundle().toString(),
                    files.certificate().toString(),
                    files.store().toString());
        } catch (IOException e) {
            throw CommandFailure.failure("The files that clients are to trust were not written: " + Words.of(e));
        }
    }

    private static String read(@Nullable Path file) throws IOException {
        if (file == null) {
            return "";
        }
        try {
            return Files.readString(file);
        } catch (CharacterCodingException notText) {
            throw CommandFailure.failure(file + " is no UTF-8 text: nothing was merged.");
        } catch (IOException e) {
            throw CommandFailure.failure(file + " cannot be read: " + Words.of(e));
        }
    }

    private void write(Rendered rendered) throws IOException {
        try (Writer out = console.machine()) {
            out.write(rendered.text());
        }
        for (Note note : rendered.notes()) {
            console.message(note.line() == 0 ? note.words() : "line " + note.line() + ": " + note.words());
        }
    }

    private void writeList() throws IOException {
        if (json) {
            List<Map<String, @Nullable String>> objects = new ArrayList<>();
            Snippets.ALL.forEach(snippet -> objects.add(fields(snippet.card())));
            try (Writer out = new JsonSafeWriter(console.machine())) {
                JsonRecords.array(objects, out);
            }
            return;
        }
        try (Writer out = console.text()) {
            SnippetGroup group = null;
            for (Snippet snippet : Snippets.ALL) {
                SnippetCard card = snippet.card();
                if (card.group() != group) {
                    group = card.group();
                    out.write(group.title() + "\n");
                }
                out.write("  %-22s  %-34s  %s%n".formatted(card.id(), card.title(), card.place()));
            }
        }
    }

    private static Map<String, @Nullable String> fields(SnippetCard card) {
        Map<String, @Nullable String> fields = new LinkedHashMap<>();
        fields.put("target", card.id());
        fields.put("title", card.title());
        fields.put("group", card.group().title());
        fields.put("use", card.use().name().toLowerCase(Locale.ROOT));
        fields.put("place", card.place());
        fields.put("name", card.named() == null ? null : card.named().what());
        return fields;
    }
}
