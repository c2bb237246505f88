package dev.hopscope.interchange.paste;

import dev.hopscope.exchange.Header;
import dev.hopscope.exchange.Headers;
import dev.hopscope.exchange.HttpVersion;
import dev.hopscope.replay.Content;
import dev.hopscope.replay.RequestDraft;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The request that curl would send for its arguments (curl(1)). One thread. Sends nothing, reads no file. */
final class CurlRequest {
    /** Sent by curl unless it is told otherwise. */
    private static final String OWN_AGENT = "curl/8.14.1";

    private static final List<String> OTHER_LOGINS =
            List.of("digest", "ntlm", "ntlm-wb", "negotiate", "anyauth", "aws-sigv4");
    private static final List<String> VERSIONS =
            List.of("http0.9", "http2", "http2-prior-knowledge", "http3", "http3-only");

    private final CurlLine line;
    private final Map<String, String> files;
    private final List<Note> notes;
    private final CurlBody data;
    private final CurlForm form;
    /** Of {@code -H}, in order. */
    private final List<Header> custom = new ArrayList<>();
    /** Names of fields that {@code -H} takes away, in lower case. */
    private final Set<String> without = new LinkedHashSet<>();

    private @Nullable String boundary;

    private CurlRequest(CurlLine line, Map<String, String> files, List<Note> notes) {
        this.line = line;
        this.files = files;
        this.notes = notes;
        data = new CurlBody(files, notes);
        form = new CurlForm(files, notes);
    }

    /**
     * @param arguments without the program's name; one char an octet
     * @param files what the text itself says of files, by name; {@code -} is standard input
     * @param notes taken as begun
     */
    static PasteResult.Read read(List<String> arguments, Map<String, String> files, List<Note> notes)
            throws UnreadableText {
        List<Note> all = new ArrayList<>(notes);
        CurlRequest request = new CurlRequest(CurlLine.of(arguments, files), files, all);
        RequestDraft draft = request.draft();
        request.tell();
        return new PasteResult.Read(draft, all);
    }

    private RequestDraft draft() throws UnreadableText {
        for (CurlLine.Given one : line.given) {
            data.take(one);
            switch (one.option().name()) {
                case "form" -> form.take(one.value());
                case "form-string" -> form.literal(one.value());
                case "header" -> header(one.value());
                default -> {
                    // read by its name below, or told
                }
            }
        }
        String body = body();
        PastedUrl url = url();
        String target = line.value("request-target");
        Headers headers = headers(url, body);
        HttpVersion version = line.has("http1.0") ? HttpVersion.HTTP_1_0 : HttpVersion.HTTP_1_1;
        return new RequestDraft(
                url.origin(),
                method(body != null),
                target != null ? target : url.target(),
                version,
                headers,
                Content.of(Octets.bytes(body == null ? "" : body)));
    }

    /** Null where there is none, which is not an empty one. */
    private @Nullable String body() {
        if (!form.isEmpty()) {
            boundary = form.boundary();
            return form.octets(boundary);
        }
        String upload = line.value("upload-file");
        if (upload != null) {
            String known = files.get(upload.equals(".") ? "-" : upload);
            if (known == null) {
                notes.add(new Note(
                        Note.Kind.MISSING,
                        "The body is the file " + Octets.shown(upload)
                                + " (-T), which Hopscope does not read by itself: load it into the body."));
            }
            return known == null ? "" : known;
        }
        return line.has("get") ? null : data.octets();
    }

    private PastedUrl url() throws UnreadableText {
        if (line.urls.isEmpty()) {
            throw new UnreadableText("The curl command names no URL.");
        }
        String written =
                line.urls.stream().filter(PastedUrl::hasScheme).findFirst().orElse(line.urls.getFirst());
        boolean globs = !line.has("globoff");
        String plain = globs ? written.replaceAll("\\\\([\\[\\]{}])", "$1") : written;
        if (globs
                && plain.equals(written)
                && written.matches("(?s)[^/]*//[^/]*/.*(\\{[^}]*,[^}]*}|\\[\\w+-\\w+[^]]*]).*")) {
            notes.add(new Note(
                    Note.Kind.ASSUMED,
                    "curl makes several URLs of the brackets in this one (-g keeps it from that); they were"
                            + " taken as they stand."));
        }
        String scheme = line.value("proto-default");
        PastedUrl url = PastedUrl.of(plain, scheme == null ? "http" : scheme);
        if (!PastedUrl.hasScheme(plain) && scheme == null) {
            notes.add(new Note(Note.Kind.ASSUMED, "The URL names no scheme; curl takes http."));
        }
        PastedUrl kept = line.has("path-as-is") ? url : url.withoutDots();
        for (String more : line.values("url-query")) {
            kept = kept.withQuery(more.startsWith("+") ? more.substring(1) : query(more));
        }
        String asked = data.octets();
        if (line.has("get") && asked != null && !asked.isEmpty()) {
            kept = kept.withQuery(asked);
        }
        return kept.encoded("");
    }

    /** {@code --url-query} is written as {@code --data-urlencode}. */
    private String query(String given) {
        CurlBody one = new CurlBody(files, notes);
        CurlOption option = CurlOption.named("data-urlencode");
        if (option != null) {
            one.take(new CurlLine.Given(option, true, given));
        }
        String octets = one.octets();
        return octets == null ? "" : octets;
    }

    private String method(boolean body) {
        String given = line.value("request");
        if (given != null) {
            return given;
        }
        if (line.has("head")) {
            return "HEAD";
        }
        return line.has("upload-file") ? "PUT" : body && !line.has("get") ? "POST" : "GET";
    }

    private void header(String given) {
        int colon = given.indexOf(':');
        int end = given.indexOf(';');
        if (given.startsWith("@")) {
            String known = files.get(given.substring(1));
            if (known == null) {
                notes.add(new Note(
                        Note.Kind.MISSING,
                        "Fields come from the file " + Octets.shown(given.substring(1))
                                + " (-H), which Hopscope does not read by itself."));
            } else {
                known.lines().filter(line -> !line.isBlank()).forEach(this::header);
            }
        } else if (colon > 0) {
            String name = given.substring(0, colon).strip();
            String value = given.substring(colon + 1).strip();
            if (value.isEmpty()) {
                without.add(lower(name));
            } else {
                custom.add(new Header(name, value));
            }
        } else if (colon < 0 && end == given.length() - 1 && end > 0) {
            custom.add(new Header(given.substring(0, end).strip(), ""));
        } else if (!given.isBlank()) {
            notes.add(new Note(
                    Note.Kind.LEFT_OUT,
                    colon == 0
                            ? "A pseudo-field of HTTP/2 says what URL and method say already: " + Octets.shown(given)
                                    + "."
                            : "This is no field, and curl does not send it: -H '" + Octets.shown(given) + "'."));
        }
    }

    private static String lower(String name) {
        return name.toLowerCase(java.util.Locale.ROOT);
    }

    private Headers headers(PastedUrl url, @Nullable String body) {
        Headers.Builder all = Headers.builder();
        custom.stream().filter(field -> field.is("Host")).forEach(field -> all.add(field.name(), field.value()));
        own(all, "Authorization", authorization(url));
        String range = line.value("range");
        own(all, "Range", range == null ? null : "bytes=" + range);
        boolean asIs = has("User-Agent") || has("Accept");
        String agent = line.value("user-agent");
        own(all, "User-Agent", agent != null ? agent.isEmpty() ? null : agent : OWN_AGENT);
        own(all, "Accept", data.kind() == CurlBody.Kind.JSON ? "application/json" : "*/*");
        if (!asIs && agent == null) {
            notes.add(new Note(Note.Kind.ASSUMED, "User-Agent and Accept are those curl sends of its own."));
        }
        own(all, "Accept-Encoding", line.has("compressed") ? "deflate, gzip, br, zstd" : null);
        own(all, "Referer", referer());
        own(all, "Cookie", cookies());
        for (Header field : custom) {
            if (!field.is("Host") && !framing(field, body)) {
                all.add(field.name(), contentType(field));
            }
        }
        if (body != null && body.isEmpty()) {
            all.add("Content-Length", "0");
        }
        if (body != null && !line.has("upload-file")) {
            CurlBody.Kind kind = boundary != null ? CurlBody.Kind.MULTIPART : data.kind();
            own(all, "Content-Type", boundary != null ? kind.type + "; boundary=" + boundary : kind.type);
        }
        return all.build();
    }

    private boolean has(String name) {
        return without.contains(lower(name)) || custom.stream().anyMatch(field -> field.is(name));
    }

    /** A field of curl's own, unless {@code -H} says otherwise. */
    private void own(Headers.Builder all, String name, @Nullable String value) {
        if (value != null && !has(name)) {
            all.add(name, value);
        }
    }

    /** Follows from the body, and curl's own word on it does not count. */
    private boolean framing(Header field, @Nullable String body) {
        if (!field.is("Content-Length") && !field.is("Transfer-Encoding")) {
            return false;
        }
        if (field.is("Content-Length") && !field.value().equals(String.valueOf(body == null ? 0 : body.length()))) {
            notes.add(new Note(
                    Note.Kind.LEFT_OUT,
                    "Content-Length: " + Octets.shown(field.value())
                            + " is not the length of the body and was left out."));
        }
        return true;
    }

    private String contentType(Header field) {
        boolean lacks =
                boundary != null && field.is("Content-Type") && !field.value().contains("boundary=");
        return lacks ? field.value() + "; boundary=" + boundary : field.value();
    }

    private @Nullable String authorization(PastedUrl url) {
        String bearer = line.value("oauth2-bearer");
        if (bearer != null) {
            return "Bearer " + bearer;
        }
        String user = line.value("user");
        if (user == null) {
            user = url.userInfo();
        } else if (user.indexOf(':') < 0) {
            notes.add(new Note(
                    Note.Kind.MISSING,
                    "curl would ask for the password of " + Octets.shown(user) + " (-u); it was taken as empty."));
        }
        List<String> other = OTHER_LOGINS.stream().filter(line::has).toList();
        if (user == null || !other.isEmpty()) {
            other.forEach(name -> notes.add(new Note(
                    Note.Kind.MISSING,
                    "--" + name
                            + " answers a challenge or signs the request, which Hopscope does not: no"
                            + " Authorization is sent.")));
            return null;
        }
        return "Basic " + Octets.base64(user.indexOf(':') < 0 ? user + ":" : user);
    }

    private @Nullable String referer() {
        String referer = line.value("referer");
        if (referer == null) {
            return null;
        }
        String sent = referer.endsWith(";auto") ? referer.substring(0, referer.length() - 5) : referer;
        return sent.isEmpty() ? null : sent;
    }

    private @Nullable String cookies() {
        List<String> pairs = new ArrayList<>();
        for (String given : line.values("cookie")) {
            if (given.indexOf('=') >= 0) {
                pairs.add(given);
            } else if (!given.isEmpty()) {
                notes.add(new Note(
                        Note.Kind.MISSING,
                        "Cookies come from the file " + Octets.shown(given)
                                + " (-b), which Hopscope does not read by itself."));
            }
        }
        return pairs.isEmpty() ? null : String.join(";", pairs);
    }

    private void tell() {
        line.missing.forEach(what ->
                notes.add(new Note(Note.Kind.MISSING, "Not read, since it is a file of its own: " + what + ".")));
        if (!line.unknown.isEmpty()) {
            notes.add(new Note(
                    Note.Kind.LEFT_OUT,
                    "Options of curl that Hopscope does not know: " + String.join(", ", line.unknown) + "."));
        }
        Set<String> carried = new LinkedHashSet<>();
        for (CurlLine.Given one : line.given) {
            if (one.option().effect() == CurlOption.Effect.TRANSFER
                    || VERSIONS.contains(one.option().name())
                    || List.of("location", "location-trusted", "tr-encoding", "time-cond")
                            .contains(one.option().name())) {
                carried.add(one.option().shown() + (one.value().isEmpty() ? "" : " " + Octets.shown(one.value())));
            }
        }
        if (!carried.isEmpty()) {
            notes.add(new Note(
                    Note.Kind.LEFT_OUT,
                    "Left out, as they are about how curl carries a request: " + String.join(", ", carried) + "."));
        }
        if (line.more || line.urls.size() > 1) {
            notes.add(new Note(Note.Kind.LEFT_OUT, "The command holds several requests; this is the first."));
        }
    }
}
