package dev.hopscope.interchange.paste;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A curl command as bash, zsh and other shells of Unix read it, with what a pipe or a here-document in the same text gives it. Pure, any thread. */
final class CurlBashFormat implements PasteFormat {
    private static final Pattern CURL = Pattern.compile("(?:^|[\\s;|&(/\\\\])curl(?:\\.exe)?(?:\\s|$)");

    @Override
    public boolean claims(String text) {
        return CURL.matcher(text).find() && !RawFormat.startsLikeMessage(text);
    }

    @Override
    public PasteResult.Read read(String text, @Nullable String scheme) throws UnreadableText {
        BashReader.Commands read = BashReader.read(text.strip());
        List<Note> notes = new ArrayList<>();
        List<ShellCommand> commands = read.list();
        int at = 0;
        while (at < commands.size() && !commands.get(at).runs("curl")) {
            at++;
        }
        if (at == commands.size()) {
            throw new UnreadableText("The text names curl, but no command of it runs curl.");
        }
        Map<String, String> files = new HashMap<>();
        ShellCommand curl = commands.get(at);
        String input = curl.input();
        if (input == null && at > 0 && commands.get(at - 1).piped()) {
            input = Producers.output(commands.get(at - 1));
        }
        if (input != null) {
            files.put("-", input);
        }
        if (!read.unexpanded().isEmpty()) {
            notes.add(new Note(
                    Note.Kind.MISSING,
                    "A shell would put something else in place of " + String.join(", ", read.unexpanded())
                            + "; it stands as it is written."));
        }
        read.files()
                .forEach(file -> notes.add(new Note(
                        Note.Kind.MISSING,
                        "Standard input is the file " + Octets.shown(file) + ", which was not read.")));
        CurlCommands.tellOthers(commands, at, notes);
        return CurlRequest.read(curl.arguments(), files, notes);
    }
}
