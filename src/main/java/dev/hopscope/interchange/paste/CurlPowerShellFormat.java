package dev.hopscope.interchange.paste;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A command of curl.exe as PowerShell reads it, with a config that is piped into it. Pure, any thread. */
final class CurlPowerShellFormat implements PasteFormat {
    private static final Pattern CURL = Pattern.compile("(?i)(?:^|[\\s&|\\\\/\"'])curl(?:\\.exe)?[\"']?\\s");
    private static final Pattern OURS = Pattern.compile("(?m)^\\) \\| curl\\.exe --config -");
    private static final Pattern SHELL = Pattern.compile(
            "(?m)`[ \\t]*\\r?\\n|^\\s*(?:PS[^>\\n]*>\\s*)?(?:&\\s*)?[\"']?(?:\\S*[/\\\\])?(?i:curl\\.exe)");
    private static final Pattern UNIX = Pattern.compile("(?m)\\\\[ \\t]*$|\\$'");

    @Override
    public boolean claims(String text) {
        return CURL.matcher(text).find()
                && !RawFormat.startsLikeMessage(text)
                && (OURS.matcher(text).find()
                        || SHELL.matcher(text).find() && !UNIX.matcher(text).find());
    }

    @Override
    public PasteResult.Read read(String text, @Nullable String scheme) throws UnreadableText {
        PsReader read = PsReader.read(text.strip().replaceFirst("^PS[^>\\n]*>\\s*", ""));
        PsReader.Command curl = read.commands.stream()
                .filter(command -> command.name().matches("(?i)(?:.*[/\\\\])?curl(?:\\.exe)?"))
                .findFirst()
                .orElseThrow(() -> new UnreadableText("The text names curl, but no command of it runs curl."));
        List<Note> notes = new ArrayList<>();
        Map<String, String> files = new HashMap<>(read.files);
        if (curl.input() != null) {
            files.put("-", curl.input().text());
        }
        List<String> words = new ArrayList<>();
        for (PsValue word : curl.words().subList(1, curl.words().size())) {
            if (word instanceof PsValue.Unknown unknown) {
                read.unexpanded.add(unknown.written());
            }
            words.add(word.text());
        }
        if (words.remove("--%")) {
            notes.add(new Note(Note.Kind.LEFT_OUT, "What follows --% was read as PowerShell all the same."));
        }
        if (words.stream().anyMatch(word -> word.contains("\\\"") && !word.matches("(?s).*(?<!\\\\)\".*"))) {
            words.replaceAll(word -> word.matches("(?s).*(?<!\\\\)\".*") ? word : word.replace("\\\"", "\""));
            notes.add(new Note(
                    Note.Kind.ASSUMED,
                    "Quotes behind backslashes are read as Windows PowerShell and PowerShell up to 7.2 give"
                            + " them to curl: as quotes."));
        }
        if (!read.unexpanded.isEmpty()) {
            notes.add(new Note(
                    Note.Kind.MISSING,
                    "PowerShell would put something else in place of " + String.join(", ", read.unexpanded)
                            + "; it stands as it is written."));
        }
        return CurlRequest.read(words, files, notes);
    }
}
