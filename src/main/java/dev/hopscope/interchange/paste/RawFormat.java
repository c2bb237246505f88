package dev.hopscope.interchange.paste;

import dev.hopscope.exchange.Endpoint;
import dev.hopscope.exchange.Headers;
import dev.hopscope.exchange.HttpVersion;
import dev.hopscope.exchange.Origin;
import dev.hopscope.replay.Content;
import dev.hopscope.replay.RequestDraft;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A raw HTTP request (RFC 9112 §2.1), its lines ending in CRLF or LF, and what .http files of IDEs make of it: an absolute URL in the first line, the version
 * left out. Pure, any thread.
 */
final class RawFormat implements PasteFormat {
    private static final String TOKEN = "[A-Za-z0-9!#$%&'*+.^_`|~-]+";
    private static final Pattern START =
            Pattern.compile("\\s*(" + TOKEN + ")[ \\t]+(\\S+)[ \\t]+HTTP/([0-9](?:\\.[0-9])?)[ \\t]*(?:\\r?\\n|$)");
    /** Without a version only with a method as they are usually written. */
    private static final Pattern SHORT =
            Pattern.compile("\\s*([A-Z][A-Z0-9-]*)[ \\t]+(https?://\\S+)()[ \\t]*(?:\\r?\\n|$)");
    /** What .http files hold besides requests. */
    private static final Pattern ASIDE = Pattern.compile("(?:\\s*(?:###|#|//)[^\\n]*\\n|\\s*\\n)*");

    private static final Pattern CHUNK = Pattern.compile("([0-9A-Fa-f]+)[^\\r\\n]*\\r?\\n");

    static boolean startsLikeMessage(String text) {
        return START.matcher(text).lookingAt();
    }

    private static @Nullable Matcher start(String text) {
        Matcher whole = START.matcher(text);
        Matcher brief = SHORT.matcher(text);
        return whole.lookingAt() ? whole : brief.lookingAt() ? brief : null;
    }

    @Override
    public boolean claims(String text) {
        return start(content(text)) != null;
    }

    private static String content(String text) {
        Matcher aside = ASIDE.matcher(text);
        return aside.lookingAt() ? text.substring(aside.end()) : text;
    }

    @Override
    public PasteResult.Read read(String text, @Nullable String scheme) throws UnreadableText {
        String message = content(text);
        Matcher start = start(message);
        if (start == null) {
            throw new UnreadableText("This is no request line: "
                    + Octets.shown(message.lines().findFirst().orElse("")) + ".");
        }
        String rest = message.substring(start.end());
        Matcher end = Pattern.compile("\\A\\r?\\n|\\r?\\n\\r?\\n").matcher(rest);
        boolean ended = end.find();
        List<Note> notes = new ArrayList<>();
        Headers fields = fields(ended ? rest.substring(0, end.start()) : rest, notes);
        String octets = Octets.of(ended ? rest.substring(end.end()) : "");
        String body = body(octets, fields, notes);
        return new PasteResult.Read(draft(start, fields, body, scheme, notes), notes);
    }

    private static Headers fields(String lines, List<Note> notes) {
        List<String[]> fields = new ArrayList<>();
        for (String line : lines.split("\\r?\\n", -1)) {
            int colon = line.indexOf(':', 1);
            if (!fields.isEmpty() && (line.startsWith(" ") || line.startsWith("\t"))) {
                fields.getLast()[1] =
                        (fields.getLast()[1] + " " + Octets.of(line.strip())).strip(); // obs-fold, RFC 9112 §5.2
            } else if (line.startsWith(":")) {
                notes.add(new Note(
                        Note.Kind.LEFT_OUT,
                        "A pseudo-field of HTTP/2 is no field: " + Octets.shown(Octets.of(line)) + "."));
            } else if (colon > 0) {
                fields.add(new String[] {
                    Octets.of(line.substring(0, colon).strip()),
                    Octets.of(line.substring(colon + 1).strip())
                });
            } else if (!line.isBlank() && !line.startsWith("#") && !line.startsWith("//")) {
                notes.add(
                        new Note(Note.Kind.LEFT_OUT, "This is no field line: " + Octets.shown(Octets.of(line)) + "."));
            }
        }
        Headers.Builder all = Headers.builder();
        fields.forEach(field -> all.add(field[0], field[1]));
        return all.build();
    }

    /** What was pasted, less what an editor put behind it; chunks are joined. */
    private static String body(String octets, Headers fields, List<Note> notes) {
        String coding = fields.first("Transfer-Encoding");
        if (coding != null && coding.toLowerCase(java.util.Locale.ROOT).endsWith("chunked")) {
            String joined = unchunked(octets);
            if (joined == null) {
                notes.add(new Note(
                        Note.Kind.ASSUMED,
                        "Transfer-Encoding says chunked, and the body is not; it is taken as it stands."));
            }
            return joined == null ? octets : joined;
        }
        String length = fields.first("Content-Length");
        int said = length != null && length.matches("[0-9]{1,9}") ? Integer.parseInt(length) : -1;
        if (said >= 0 && said < octets.length() && octets.substring(said).isBlank()) {
            return octets.substring(0, said);
        }
        if (said >= 0 && said != octets.length()) {
            boolean ends = octets.replace("\n", "\r\n").length() == said;
            notes.add(new Note(
                    ends ? Note.Kind.ASSUMED : Note.Kind.MISSING,
                    "Content-Length says " + said + " octets, and the text has " + octets.length()
                            + (ends ? "; its line ends were CRLF, and are again." : "; all of it is taken.")));
            return ends ? octets.replace("\n", "\r\n") : octets;
        }
        return said < 0 && length == null && octets.isBlank() ? "" : octets;
    }

    private static @Nullable String unchunked(String octets) {
        StringBuilder joined = new StringBuilder();
        int at = 0;
        while (at < octets.length()) {
            Matcher size = CHUNK.matcher(octets).region(at, octets.length());
            if (!size.lookingAt() || size.group(1).length() > 7) {
                return null;
            }
            int length = Integer.parseInt(size.group(1), 16);
            if (length == 0) {
                return joined.toString();
            }
            if (size.end() + length > octets.length()) {
                return null;
            }
            joined.append(octets, size.end(), size.end() + length);
            at = size.end() + length;
            at += octets.startsWith("\r\n", at) ? 2 : octets.startsWith("\n", at) ? 1 : 0;
        }
        return null;
    }

    private static RequestDraft draft(
            Matcher start, Headers fields, String body, @Nullable String scheme, List<Note> notes)
            throws UnreadableText {
        String method = start.group(1);
        String written = Octets.of(start.group(2));
        if (method.equals("CONNECT")) {
            throw new UnreadableText("CONNECT asks a proxy for a tunnel; it is no request to an origin.");
        }
        String host = fields.first("Host");
        Origin origin;
        String target = written;
        if (PastedUrl.hasScheme(written)) {
            PastedUrl url = PastedUrl.of(written, "http");
            origin = url.origin();
            target = url.target();
        } else if (host == null || host.isEmpty()) {
            throw new UnreadableText(
                    "The message names no Host, so it is not known whom it is for. Add a Host line or put the whole"
                            + " URL into the first.");
        } else {
            String guess = scheme != null ? scheme : Schemes.guess(host);
            if (scheme == null) {
                notes.add(new Note(Note.Kind.ASSUMED, "A message does not say its scheme; " + guess + " is taken."));
            }
            Endpoint endpoint = PastedUrl.of(host, guess).origin().endpoint();
            origin = new Origin(guess, endpoint);
        }
        if (!target.startsWith("/") && !target.equals("*")) {
            throw new UnreadableText(
                    "'" + Octets.shown(target) + "' is no target of a request: it begins with neither / nor http.");
        }
        HttpVersion version = start.group(3).equals("1.0") ? HttpVersion.HTTP_1_0 : HttpVersion.HTTP_1_1;
        return new RequestDraft(origin, method, target, version, framed(fields, body), Content.of(Octets.bytes(body)));
    }

    /** With a true length where one stood, and without a coding that is undone. */
    private static Headers framed(Headers fields, String body) {
        Headers.Builder all = Headers.builder();
        boolean done = false;
        for (int i = 0; i < fields.size(); i++) {
            String name = fields.name(i);
            boolean framing = name.equalsIgnoreCase("Content-Length") || name.equalsIgnoreCase("Transfer-Encoding");
            if (!framing) {
                all.add(name, fields.value(i));
            } else if (!done) {
                done = true;
                all.add("Content-Length", String.valueOf(body.length()));
            }
        }
        return all.build();
    }
}
