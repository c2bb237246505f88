package dev.hopscope.interchange;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import com.google.gson.stream.JsonWriter;
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
 * A JSON file of cases about {@code no_proxy}: {@code resolver}, {@code cases} and {@code vars}. The caller's thread, and the common pool where results are
 * made. Results in the file are not read; what a client does is not known here.
 */
public final class ProxyCaseFile {
    private static final Gson GSON =
            new GsonBuilder().serializeNulls().disableHtmlEscaping().create();

    /**
     * A list and a URL.
     *
     * @param noProxy null: both spellings of the variable are unset
     * @param hasHosts the file says what {@code nonProxyHosts} is, be it null for unset
     */
    public record ListCase(
            @Nullable String noProxy,
            String url,
            boolean hasHosts,
            @Nullable String nonProxyHosts) {}

    /**
     * An environment and a URL.
     *
     * @param env in the order of the file
     */
    public record VariableCase(Map<String, String> env, String url) {}

    private final Map<String, String> resolver;
    private final JsonArray cases;
    private final JsonArray variables;

    private ProxyCaseFile(Map<String, String> resolver, JsonArray cases, JsonArray variables) {
        this.resolver = resolver;
        this.cases = cases;
        this.variables = variables;
    }

    /**
     * Reads a file.
     *
     * @throws IllegalArgumentException where it is not JSON of this shape; the message says where
     */
    public static ProxyCaseFile read(Path file) throws IOException {
        try (Reader reader = Files.newBufferedReader(file)) {
            JsonObject root = JsonParser.parseReader(reader).getAsJsonObject();
            JsonElement written = root.get("resolver");
            return new ProxyCaseFile(
                    written == null ? Map.of() : texts(written.getAsJsonObject()),
                    array(root, "cases"),
                    array(root, "vars"));
        } catch (JsonParseException | IllegalStateException | UnsupportedOperationException otherShape) {
            throw new IllegalArgumentException(otherShape.getMessage(), otherShape);
        }
    }

    private static JsonArray array(JsonObject root, String name) {
        JsonElement array = root.get(name);
        return array == null ? new JsonArray() : array.getAsJsonArray();
    }

    private static Map<String, String> texts(JsonObject object) {
        Map<String, String> texts = new LinkedHashMap<>();
        object.asMap().forEach((name, value) -> texts.put(name, value.getAsString()));
        return texts;
    }

    /** Patterns of names and their addresses, as the file writes them. */
    public Map<String, String> resolver() {
        return Map.copyOf(resolver);
    }

    /**
     * Writes {@code cases} and {@code vars} as they are, with other results.
     *
     * @param lists the results of a case, client to word; called on several threads
     * @param environments the results of a case, client to fields; called on several threads
     * @throws IllegalArgumentException where a case is not of this shape
     */
    public void write(
            Function<ListCase, Map<String, String>> lists,
            Function<VariableCase, Map<String, Map<String, String>>> environments,
            Writer out)
            throws IOException {
        List<JsonObject> decidedLists = decided(cases, one -> words(lists.apply(listCase(one))));
        List<JsonObject> decidedVariables = decided(variables, one -> {
            JsonObject results = new JsonObject();
            environments
                    .apply(new VariableCase(environment(one), one.get("url").getAsString()))
                    .forEach((client, fields) -> results.add(client, words(fields)));
            return results;
        });
        JsonWriter json = new JsonWriter(out);
        json.setHtmlSafe(false);
        json.setSerializeNulls(true);
        json.beginObject();
        write("cases", decidedLists, json);
        write("vars", decidedVariables, json);
        json.endObject();
        json.flush();
        out.write('\n');
    }

    private static JsonObject words(Map<String, String> fields) {
        JsonObject object = new JsonObject();
        fields.forEach(object::addProperty);
        return object;
    }

    private static ListCase listCase(JsonObject one) {
        boolean hasHosts = one.has("nonProxyHosts");
        return new ListCase(text(one, "no_proxy"), one.get("url").getAsString(), hasHosts, text(one, "nonProxyHosts"));
    }

    private static Map<String, String> environment(JsonObject one) {
        JsonElement env = one.get("env");
        return env == null ? Map.of() : texts(env.getAsJsonObject());
    }

    private static @Nullable String text(JsonObject one, String field) {
        JsonElement element = one.get(field);
        return element == null || element.isJsonNull() ? null : element.getAsString();
    }

    private static List<JsonObject> decided(JsonArray array, Function<JsonObject, JsonObject> results) {
        return array.asList().parallelStream()
                .map(ProxyCaseFile::object)
                .map(one -> {
                    JsonObject copy = new JsonObject();
                    one.asMap().forEach(copy::add);
                    copy.add("results", results.apply(one));
                    return copy;
                })
                .toList();
    }

    private static JsonObject object(JsonElement element) {
        if (element instanceof JsonObject object && object.get("url") instanceof JsonPrimitive) {
            return object;
        }
        throw new IllegalArgumentException("A case is no object with a url: " + element);
    }

    private static void write(String name, List<JsonObject> objects, JsonWriter json) throws IOException {
        json.name(name).beginArray();
        for (JsonObject object : objects) {
            GSON.toJson(object, json);
        }
        json.endArray();
    }
}
