package dev.hopscope.inspect.body;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A GraphQL request ("GraphQL over HTTP"): each operation pretty, then its variables; batches and persisted queries too. Any thread. Checks no query against a
 * schema.
 */
final class GraphqlView implements BodyView {
    private static final int MAX = 1 << 20;
    private static final int MAX_OPERATIONS = 200;
    private static final Gson GSON = new GsonBuilder()
            .setPrettyPrinting()
            .disableHtmlEscaping()
            .serializeNulls()
            .create();

    @Override
    public String id() {
        return "graphql";
    }

    @Override
    public int priority(BodySample sample) {
        if (sample.bytes().length == 0 || sample.bytes().length > MAX) {
            return 0;
        }
        if (sample.type().is("application", "graphql")) {
            return 92;
        }
        return JsonView.looksLikeJson(sample) && !operations(sample).isEmpty() ? 92 : 0;
    }

    @Override
    public BodyRendering render(BodySample sample) {
        TextBuilder out = new TextBuilder();
        List<Note> notes = new ArrayList<>();
        List<JsonObject> operations = operations(sample);
        if (operations.isEmpty()) {
            GraphqlPrinter.print(sample.text().text(), out);
        }
        for (int i = 0; i < Math.min(MAX_OPERATIONS, operations.size()); i++) {
            if (i > 0) {
                out.newLine().newLine();
            }
            operation(out, operations.get(i), operations.size() > 1 ? i + 1 : 0);
        }
        if (operations.size() > 1) {
            notes.add(Note.of("graphql-batch", operations.size()));
        }
        if (operations.size() > MAX_OPERATIONS) {
            notes.add(Note.of("parts-cut", MAX_OPERATIONS));
        }
        return out.build(notes);
    }

    private static void operation(TextBuilder out, JsonObject request, int number) {
        String name = string(request.get("operationName"));
        String title = (number > 0 ? "# " + number : "#") + (name.isEmpty() ? "" : " " + name);
        if (title.length() > 1) {
            out.add(title, Style.COMMENT).newLine();
        }
        String query = string(request.get("query"));
        if (query.isEmpty()) {
            out.add("# no query: known to the server by its hash", Style.COMMENT);
        } else {
            GraphqlPrinter.print(query, out);
        }
        for (Map.Entry<String, JsonElement> member : request.entrySet()) {
            boolean shown = member.getKey().equals("query") || member.getKey().equals("operationName");
            if (!shown && !member.getValue().isJsonNull()) {
                out.newLine()
                        .newLine()
                        .add("# " + member.getKey(), Style.COMMENT)
                        .newLine();
                var unused = new JsonPrinter(GSON.toJson(member.getValue()), true, out).print();
            }
        }
    }

    /** The requests in a body of JSON; none where it is not of GraphQL. */
    private static List<JsonObject> operations(BodySample sample) {
        String text = sample.bytes().length > MAX ? "" : sample.text().text();
        if (!text.contains("\"query\"") && !text.contains("\"persistedQuery\"")) {
            return List.of();
        }
        JsonElement root = parsed(text);
        List<JsonObject> found = new ArrayList<>();
        if (root != null && root.isJsonArray()) {
            for (JsonElement element : root.getAsJsonArray()) {
                if (!operation(element)) {
                    return List.of();
                }
                found.add(element.getAsJsonObject());
            }
        } else if (root != null && operation(root)) {
            found.add(root.getAsJsonObject());
        }
        return found;
    }

    private static @Nullable JsonElement parsed(String text) {
        try {
            return JsonParser.parseString(text);
        } catch (JsonParseException | NumberFormatException e) {
            return null;
        }
    }

    private static boolean operation(JsonElement element) {
        if (!element.isJsonObject()) {
            return false;
        }
        JsonObject object = element.getAsJsonObject();
        String query = string(object.get("query")).strip();
        JsonElement extensions = object.get("extensions");
        return (query.endsWith("}")
                        && query.matches("(?s)(?:#[^\\n]*\\n\\s*)*+(?:query|mutation|subscription|fragment|\\{).*"))
                || (extensions != null
                        && extensions.isJsonObject()
                        && extensions.getAsJsonObject().has("persistedQuery"));
    }

    private static String string(@Nullable JsonElement element) {
        return element != null && element.isJsonPrimitive() ? element.getAsString() : "";
    }
}
