package dev.hopscope.interchange.paste;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A curl command for the prompt of cmd, as Chrome, Firefox and Hopscope write it. Pure, any thread. */
final class CurlCmdFormat implements PasteFormat {
    private static final Pattern CURL = Pattern.compile("(?i)(?:^|[\\s>\\\\\"])curl(?:\\.exe)?\"?\\s");
    private static final Pattern CARET = Pattern.compile("\\^(?:\\r?\\n|\\s*$)|(?:^|\\s)\\^\"");
    /** Words quoted as other shells do, and their line ends. */
    private static final Pattern OTHER = Pattern.compile("(?:^|\\s)\\$?'|\\\\[ \\t]*\\r?\\n");
    /** A quote within quotes is written twice, and nothing is quoted as in other shells. */
    private static final Pattern DOUBLED = Pattern.compile("[^\\s\"']\"\"[^\\s\"']|\"\"\"");

    private static final Pattern PIECE = Pattern.compile("(?m)^>>?\"(%TEMP%\\\\[^\"]+)\" echo ([A-Za-z0-9+/=]+)\\s*$");
    private static final Pattern DECODED =
            Pattern.compile("(?m)^certutil -f -decode \"(%TEMP%\\\\[^\"]+)\" \"(%TEMP%\\\\[^\"]+)\"\\s*$");

    @Override
    public boolean claims(String text) {
        return CURL.matcher(text).find()
                && !RawFormat.startsLikeMessage(text)
                && (carets(text)
                        || DECODED.matcher(text).find()
                        || DOUBLED.matcher(text).find() && text.indexOf('\'') < 0
                        || text.matches("(?s)\\s*[A-Z]:\\\\.*>.*"));
    }

    /** Whether carets quote, rather than stand in what is quoted in another way. */
    private static boolean carets(String text) {
        Matcher caret = CARET.matcher(text);
        return caret.find() && !OTHER.matcher(text.substring(0, caret.start())).find();
    }

    @Override
    public PasteResult.Read read(String text, @Nullable String scheme) throws UnreadableText {
        Map<String, String> files = files(text);
        String commands = text.strip().replaceFirst("^[A-Z]:\\\\[^>\\n]*>", "");
        commands = DECODED.matcher(PIECE.matcher(commands).replaceAll("")).replaceAll("");
        CmdReader.Commands read = CmdReader.read(commands);
        List<Note> notes = new ArrayList<>();
        int at = 0;
        while (at < read.list().size() && !read.list().get(at).runs("curl")) {
            at++;
        }
        if (at == read.list().size()) {
            throw new UnreadableText("The text names curl, but no command of it runs curl.");
        }
        read.unexpanded().removeIf(name -> name.equals("%TEMP%") && !files.isEmpty());
        if (!read.unexpanded().isEmpty()) {
            notes.add(new Note(
                    Note.Kind.MISSING,
                    "cmd would put something else in place of " + String.join(", ", read.unexpanded())
                            + "; it stands as it is written."));
        }
        if (read.doubled()) {
            notes.add(new Note(
                    Note.Kind.ASSUMED,
                    "Browsers double each backslash for cmd, where curl gets both; here each pair is one, as"
                            + " it was in the browser."));
        }
        CurlCommands.tellOthers(read.list(), at, notes);
        return CurlRequest.read(read.list().get(at).arguments(), files, notes);
    }

    /** Those the text itself writes by echo and certutil. */
    private static Map<String, String> files(String text) throws UnreadableText {
        Map<String, StringBuilder> echoed = new HashMap<>();
        for (Matcher piece = PIECE.matcher(text); piece.find(); ) {
            echoed.computeIfAbsent(piece.group(1), name -> new StringBuilder()).append(piece.group(2));
        }
        Map<String, String> files = new HashMap<>();
        for (Matcher decoded = DECODED.matcher(text); decoded.find(); ) {
            StringBuilder base64 = echoed.get(decoded.group(1));
            if (base64 != null) {
                try {
                    files.put(decoded.group(2), Octets.ofBase64(base64.toString()));
                } catch (IllegalArgumentException e) {
                    throw new UnreadableText("What certutil is to decode is no base64.");
                }
            }
        }
        return files;
    }
}
