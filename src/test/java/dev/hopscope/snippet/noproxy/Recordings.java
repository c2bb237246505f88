package dev.hopscope.snippet.noproxy;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the real clients did, read once from the recorded file; immutable; runs nothing. */
final class Recordings {
    /** One client's recorded answer. */
    record Answer(String verdict, @Nullable String via) {}

    /** One case of the matrix of lists and URLs. */
    record Case(
            String id,
            @Nullable String noProxy,
            String url,
            @Nullable String nonProxyHosts,
            Map<String, Answer> answers) {
        ProxyEnvironment environment() {
            return ProxyEnvironment.withNoProxy(noProxy, nonProxyHosts);
        }
    }

    /** One case of the table of variables. */
    record Variables(String id, Map<String, String> env, String url, Map<String, Answer> answers) {
        ProxyEnvironment environment() {
            return new ProxyEnvironment(env, null);
        }
    }

    static final List<String> CLIENTS;
    static final List<Case> CASES;
    static final List<Variables> VARIABLES;

    private Recordings() {}

    static {
        JsonObject file = read();
        CLIENTS = List.copyOf(file.getAsJsonObject("clients").keySet());
        List<Case> cases = new ArrayList<>();
        for (JsonElement element : file.getAsJsonArray("cases")) {
            JsonObject json = element.getAsJsonObject();
            cases.add(new Case(
                    json.get("id").getAsString(),
                    textOf(json.get("no_proxy")),
                    json.get("url").getAsString(),
                    textOf(json.get("nonProxyHosts")),
                    answers(json)));
        }
        CASES = List.copyOf(cases);
        List<Variables> variables = new ArrayList<>();
        for (JsonElement element : file.getAsJsonArray("vars")) {
            JsonObject json = element.getAsJsonObject();
            Map<String, String> env = new LinkedHashMap<>();
            json.getAsJsonObject("env").asMap().forEach((name, value) -> env.put(name, value.getAsString()));
            variables.add(new Variables(
                    json.get("id").getAsString(), env, json.get("url").getAsString(), answers(json)));
        }
        VARIABLES = List.copyOf(variables);
    }

    private static JsonObject read() {
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(Recordings.class.getResourceAsStream("recorded.json")),
                StandardCharsets.UTF_8)) {
            return JsonParser.parseReader(reader).getAsJsonObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable String textOf(JsonElement element) {
        return element.isJsonNull() ? null : element.getAsString();
    }

    private static Map<String, Answer> answers(JsonObject json) {
        Map<String, Answer> answers = new LinkedHashMap<>();
        json.getAsJsonObject("results").asMap().forEach((client, answer) -> {
            if (answer.isJsonPrimitive()) {
                answers.put(client, new Answer(answer.getAsString(), null));
            } else {
                JsonObject object = answer.getAsJsonObject();
                String via = object.has("via") ? object.get("via").getAsString() : null;
                answers.put(client, new Answer(object.get("r").getAsString(), via));
            }
        });
        return answers;
    }

    /** The recording's own names: loopback, one name in 10/8, and one address for every other. */
    static String addressOf(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.equals("localhost") || lower.equals("localhost.") || lower.endsWith(".localhost")) {
            return "127.0.0.1";
        }
        return switch (lower) {
            case "loop.test" -> "127.0.0.1";
            case "in10.test" -> "10.1.2.3";
            default -> "203.0.113.80";
        };
    }
}
