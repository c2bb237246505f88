package dev.hopscope.cli;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonWriter;
import dev.hopscope.snippet.noproxy.Decision;
import dev.hopscope.snippet.noproxy.NameTable;
import dev.hopscope.snippet.noproxy.NoProxyCases;
import dev.hopscope.snippet.noproxy.NoProxyClient;
import dev.hopscope.snippet.noproxy.ProxyEnvironment;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A JSON file of cases for {@code no-proxy --cases}: {@code resolver}, {@code cases} and {@code vars}. The caller's thread, and the
 * common pool for deciding. * Results in the file are not read, and no name is looked up.
 */
final class NoProxyCaseFile {
    private static final Gson GSON = new GsonBuilder().serializeNulls().disableHtmlEscaping().create();
    private final NameTable names;
    private final JsonArray cases;
    private final JsonArray variables;

    private NoProxyCaseFile(NameTable names, JsonArray cases, JsonArray variables) {
        this.names = names;
        this.cases = cases;
        this.variables = variables;
    }

    /** @throws CommandFailure where the file is not JSON of this shape */
    static NoProxyCaseFile read(Path file) throws IOException {
        try (Reader reader = Files.newBufferedReader(file)) {
            JsonObject root = JsonParser.parseReader(reader).getAsJsonObject();
            Map<String, String> resolver = new LinkedHashMap<>();
            JsonObject written = root.getAsJsonObject("resolver");
            if (written != null) {
                written.asMap().forEach((pattern, address) -> resolver.put(pattern, address.getAsString()));
            }
            return new NoProxyCaseFile(NameTable.of(resolver), array(root, "cases"), array(root, "vars"));
        } catch (JsonParseException | IllegalStateException | ClassCastException notOfThisShape) {
            throw CommandFailure.failure(file + " is no JSON file of cases: " + notOfThisShape.getMessage());
        }
    }

    private static JsonArray array(JsonObject root, String name) {
        JsonArray array = root.getAsJsonArray(name);
        return array == null ? new JsonArray() : array;
    }

    /** Writes {@code cases} and {@code vars} as they are, with the results of these clients; decides on all cores. */
    void write(List<NoProxyClient> clients, Writer out) throws IOException {
        List<JsonObject> lists = decided(cases, one -> listResults(one, clients));
        List<JsonObject> environments = decided(variables, one -> variableResults(one, clients));
        JsonWriter json = new JsonWriter(out);
        json.setStrictness(Strictness.STRICT);
        json.setSerializeNulls(true);
        json.beginObject();
        write("cases", lists, json);
        write("vars", environments, json);
        json.endObject();
        json.flush();
        out.write('\n');
    }

    private static List<JsonObject> decided(JsonArray array, Function<JsonObject, JsonObject> results) {
        return array.asList().parallelStream()
                .map(NoProxyCaseFile::object)
                .map(one -> {
                    JsonObject copy = new JsonObject();
                    one.asMap().forEach(copy::add);
                    copy.add("results", results.apply(one));
                    return copy;
                })
                .toList();
    }

    private static void write(String name, List<JsonObject> objects, JsonWriter json) throws IOException {
        json.name(name).beginArray();
        for (JsonObject object : objects) {
            GSON.toJson(object, json);
        }
        json.endArray();
    }

    private static JsonObject object(JsonElement element) {
        if (element instanceof JsonObject object && object.get("url") instanceof JsonPrimitive) {
            return object;
        }
        throw CommandFailure.failure("A case is no object with a url: " + element);
    }

    private JsonObject listResults(JsonObject one, List<NoProxyClient> clients) {
        String list = text(one, "no_proxy");
        String hosts = one.has("nonProxyHosts")
                ? text(one, "nonProxyHosts")
                : ProxyEnvironment.nonProxyHostsFor(list);
        ProxyEnvironment environment = ProxyEnvironment.withNoProxy(list, hosts);
        String url = one.get("url").getAsString();
        JsonObject results = new JsonObject();
        for (NoProxyClient client : clients) {
            results.addProperty(
                    client.id(), client.decide(environment, url, names).verdict().word());
        }
        return results;
    }

    private JsonObject variableResults(JsonObject one, List<NoProxyClient> clients) {
        Map<String, String> env = new LinkedHashMap<>();
        JsonObject written = one.getAsJsonObject("env");
        if (written != null) {
            written.asMap().forEach((name, value) -> env.put(name, value.getAsString()));
        }
        ProxyEnvironment environment = new ProxyEnvironment(env, null);
        String url = one.get("url").getAsString();
        JsonObject results = new JsonObject();
        for (NoProxyClient client : clients) {
            Decision decision = client.decide(environment, url, names);
            String via = NoProxyCases.via(env, decision);
            JsonObject result = new JsonObject();
            result.addProperty("r", decision.verdict().word());
            if (via != null) {
                result.addProperty("via", via);
            }
            results.add(client.id(), result);
        }
        return results;
    }

    private static @Nullable String text(JsonObject one, String field) {
        JsonElement element = one.get(field);
        return element == null || element.isJsonNull() ? null : element.getAsString();
    }
}
