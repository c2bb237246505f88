package dev.hopscope.interchange.paste;

import dev.hopscope.exchange.Headers;
import dev.hopscope.exchange.HttpVersion;
import dev.hopscope.replay.Content;
import dev.hopscope.replay.RequestDraft;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Invoke-WebRequest and Invoke-RestMethod of PowerShell, as Chrome's "Copy as PowerShell" and Hopscope write them. Pure, any thread. */
final class WebRequestFormat implements PasteFormat {
    private static final Pattern COMMAND = Pattern.compile("(?i)invoke-webrequest|invoke-restmethod|iwr|irm");
    private static final Pattern CLAIM = Pattern.compile(
            "(?im)(?:^|[;=(|])[ \\t]*(?:PS[^>\\n]*>[ \\t]*)?(?:invoke-webrequest|invoke-restmethod|iwr|irm)\\s");
    private static final Pattern CURL = Pattern.compile("\\s*(?:\\$ )?curl\\s");
    /** Without a value. */
    private static final Set<String> SWITCHES = Set.of(
            "usebasicparsing",
            "skipheadervalidation",
            "skiphttperrorcheck",
            "skipcertificatecheck",
            "disablekeepalive",
            "usedefaultcredentials",
            "passthru",
            "resume",
            "allowunencryptedauthentication",
            "preserveauthorizationonredirect",
            "preservehttpmethodonredirect",
            "followrellink",
            "noproxy",
            "proxyusedefaultcredentials",
            "allowinsecureredirect",
            "verbose");
    /** Only about the answer, or what no request of Hopscope does anyway. */
    private static final Set<String> QUIET = Set.of(
            "usebasicparsing",
            "skipheadervalidation",
            "skiphttperrorcheck",
            "maximumredirection",
            "outfile",
            "passthru",
            "verbose",
            "sessionvariable",
            "websession",
            "statuscodevariable",
            "responseheadersvariable",
            "erroraction");

    private static final List<String> PSEUDO = List.of("authority", "method", "path", "scheme");

    @Override
    public boolean claims(String text) {
        return CLAIM.matcher(text).find() && !CURL.matcher(text).lookingAt() && !RawFormat.startsLikeMessage(text);
    }

    @Override
    public PasteResult.Read read(String text, @Nullable String scheme) throws UnreadableText {
        PsReader read = PsReader.read(text.strip().replaceFirst("^PS[^>\\n]*>\\s*", ""));
        PsReader.Command command = read.commands.stream()
                .filter(one -> COMMAND.matcher(one.name()).matches())
                .findFirst()
                .orElseThrow(() -> new UnreadableText(
                        "The text names Invoke-WebRequest, but no command of it is one Hopscope can read."));
        Map<String, PsValue> given = parameters(command.words(), read);
        List<Note> notes = new ArrayList<>();
        RequestDraft draft = draft(given, read, notes);
        Set<String> left = new LinkedHashSet<>();
        given.forEach((name, value) -> {
            if (!QUIET.contains(name) && !READ.contains(name)) {
                left.add("-" + name);
            }
        });
        if (!left.isEmpty()) {
            notes.add(new Note(Note.Kind.LEFT_OUT, "Not read of the command: " + String.join(", ", left) + "."));
        }
        if (!read.unexpanded.isEmpty()) {
            notes.add(new Note(
                    Note.Kind.MISSING,
                    "PowerShell would put something else in place of " + String.join(", ", read.unexpanded)
                            + "; it stands as it is written."));
        }
        return new PasteResult.Read(draft, notes);
    }

    private static final Set<String> READ =
            Set.of("uri", "method", "custommethod", "headers", "body", "contenttype", "useragent");

    private static Map<String, PsValue> parameters(List<PsValue> words, PsReader read) {
        Map<String, PsValue> given = new LinkedHashMap<>();
        for (int i = 1; i < words.size(); i++) {
            String word = words.get(i).text();
            String name = word.startsWith("-")
                    ? word.substring(1).replaceFirst(":$", "").toLowerCase(Locale.ROOT)
                    : "";
            PsValue splat =
                    word.startsWith("@") ? read.variables.get(word.substring(1).toLowerCase(Locale.ROOT)) : null;
            if (splat instanceof PsValue.Table table) {
                table.entries().forEach((key, value) -> given.put(key.toLowerCase(Locale.ROOT), value));
            } else if (name.isEmpty()) {
                given.putIfAbsent("uri", words.get(i));
            } else if (SWITCHES.contains(name) || name.contains(":") || i + 1 == words.size()) {
                given.put(name, new PsValue.Text(""));
            } else {
                given.put(name, words.get(++i));
            }
        }
        return given;
    }

    private static RequestDraft draft(Map<String, PsValue> given, PsReader read, List<Note> notes)
            throws UnreadableText {
        PsValue uri = given.get("uri");
        if (uri == null) {
            throw new UnreadableText("The command names no -Uri.");
        }
        given.values().forEach(value -> {
            if (value instanceof PsValue.Unknown unknown && !unknown.written().equalsIgnoreCase("$session")) {
                read.unexpanded.add(unknown.written());
            }
        });
        PastedUrl url = PastedUrl.of(uri.text(), "http").encoded("\u0080");
        PsValue custom = given.getOrDefault("custommethod", given.get("method"));
        String method = custom == null
                ? "GET"
                : given.containsKey("custommethod")
                        ? custom.text()
                        : custom.text().toUpperCase(Locale.ROOT);
        PsValue content = given.get("body");
        String body = "";
        String type = null;
        if (content instanceof PsValue.Table form) {
            String pairs = form(form);
            if (method.equals("GET")) {
                url = url.withQuery(pairs);
            } else {
                body = pairs;
                type = "application/x-www-form-urlencoded";
            }
        } else if (content != null) {
            body = content.text();
            type = method.equals("POST") ? "application/x-www-form-urlencoded" : null;
        }
        Headers fields = fields(given, read, body.isEmpty() ? null : type, notes);
        return new RequestDraft(
                url.origin(), method, url.target(), HttpVersion.HTTP_1_1, fields, Content.of(Octets.bytes(body)));
    }

    private static String form(PsValue.Table table) {
        List<String> pairs = new ArrayList<>();
        table.entries()
                .forEach((name, value) -> pairs.add(Octets.percent(name, "") + "=" + Octets.percent(value.text(), "")));
        return String.join("&", pairs);
    }

    private static Headers fields(Map<String, PsValue> given, PsReader read, @Nullable String usual, List<Note> notes) {
        Headers.Builder all = Headers.builder();
        Map<String, PsValue> table = given.get("headers") instanceof PsValue.Table t ? t.entries() : Map.of();
        boolean pseudo = table.keySet().containsAll(PSEUDO);
        table.forEach((name, value) -> {
            if (!pseudo || !PSEUDO.contains(name)) {
                all.add(name, value.text());
            }
        });
        if (pseudo) {
            notes.add(new Note(
                    Note.Kind.LEFT_OUT,
                    "Chrome writes the pseudo-fields of HTTP/2 as fields, and they are none: authority,"
                            + " method, path, scheme."));
        }
        PsValue agent = given.getOrDefault("useragent", read.variables.get("session.useragent"));
        if (agent != null && !all.build().has("User-Agent")) {
            all.add("User-Agent", agent.text());
        } else if (!all.build().has("User-Agent")) {
            notes.add(new Note(Note.Kind.ASSUMED, "PowerShell would add a User-Agent of its own; none is added."));
        }
        if (!read.cookies.isEmpty() && !all.build().has("Cookie")) {
            all.add("Cookie", String.join("; ", read.cookies));
        }
        PsValue type = given.get("contenttype");
        if (type != null) {
            all.add("Content-Type", type.text());
        } else if (usual != null && !all.build().has("Content-Type")) {
            all.add("Content-Type", usual);
        }
        return all.build();
    }
}
