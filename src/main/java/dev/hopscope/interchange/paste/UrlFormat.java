package dev.hopscope.interchange.paste;

import dev.hopscope.exchange.Headers;
import dev.hopscope.exchange.HttpVersion;
import dev.hopscope.replay.Content;
import dev.hopscope.replay.RequestDraft;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A URL of HTTP, with or without its scheme, as an address bar takes it: a GET. Pure, any thread. */
final class UrlFormat implements PasteFormat {
    private static final Pattern BARE = Pattern.compile(
            "(?:localhost|[\\p{L}\\p{N}-]+(?:\\.[\\p{L}\\p{N}-]+)+\\.?|\\[[0-9A-Fa-f:.]+])(?::[0-9]{1,5})?(?:[/?#].*)?");
    /** What browsers encode in a path or a query, besides controls, spaces and all that is not ASCII. */
    private static final String ENCODED = "\"<>`{}|\\^\u0080";

    @Override
    public boolean claims(String text) {
        String line = text.strip();
        return line.indexOf('\n') < 0
                && line.length() < 1 << 20
                && (PastedUrl.hasScheme(line) || BARE.matcher(line).matches());
    }

    @Override
    public PasteResult.Read read(String text, @Nullable String scheme) throws UnreadableText {
        List<Note> notes = new ArrayList<>();
        String line = text.strip();
        boolean named = PastedUrl.hasScheme(line);
        String guess = scheme != null ? scheme : Schemes.guess(line);
        PastedUrl url = PastedUrl.of(Octets.of(line), guess);
        if (!named && scheme == null) {
            notes.add(new Note(Note.Kind.ASSUMED, "The text names no scheme; " + guess + " is taken."));
        }
        PastedUrl sent = url.encoded(ENCODED);
        if (!sent.equals(url)) {
            notes.add(new Note(
                    Note.Kind.ASSUMED, "Characters that no request line holds were percent-encoded, as browsers do."));
        }
        Headers headers = sent.userInfo() == null
                ? Headers.EMPTY
                : Headers.of("Authorization", "Basic " + Octets.base64(sent.userInfo()));
        return new PasteResult.Read(
                new RequestDraft(sent.origin(), "GET", sent.target(), HttpVersion.HTTP_1_1, headers, Content.EMPTY),
                notes);
    }
}
