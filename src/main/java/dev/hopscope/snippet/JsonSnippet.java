package dev.hopscope.snippet;

import dev.hopscope.snippet.merge.JsonText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A target that is a JSON file: single members are set and everything else stays as it is written. JSON knows no
 * comments, so undo is told what the file held before; stateless.
 */
abstract class JsonSnippet implements Snippet {
    /** Members by their path, as raw JSON, in the order they are added. */
    abstract Map<List<String>, String> members(Environment environment);

    /** With what there is to know. */
    Rendered noted(Rendered rendered, Environment environment) {
        return rendered;
    }

    private String merged(Environment environment, String present) {
        JsonText json = JsonText.of(present);
        for (Map.Entry<List<String>, String> member : members(environment).entrySet()) {
            json = json.with(member.getKey(), member.getValue());
        }
        return json.text();
    }

    @Override
    public final Rendered apply(Environment environment, Given given) {
        return noted(Rendered.of(merged(environment, given.present())), environment);
    }

    @Override
    public final Rendered undo(Environment environment, Given given) {
        String now = given.present();
        if (now.isBlank() || now.equals(merged(environment, given.before()))) {
            return Rendered.of(given.before());
        }
        JsonText before = JsonText.of(given.before());
        JsonText json = JsonText.of(now);
        List<String> changed = new ArrayList<>();
        for (Map.Entry<List<String>, String> member : members(environment).entrySet()) {
            List<String> path = member.getKey();
            String there = json.get(path);
            if (there != null && !there.equals(member.getValue())) {
                changed.add(String.join(".", path));
            } else if (there != null) {
                String earlier = before.get(path);
                json = earlier == null ? emptied(json.without(path), before, path) : json.with(path, earlier);
            }
        }
        Rendered rendered = Rendered.of(json.text());
        return changed.isEmpty()
                ? rendered
                : rendered.noting("Changed since, and so left: " + String.join(", ", changed) + ".");
    }

    /** Without the objects around a member that hold nothing now and were not there before. */
    private static JsonText emptied(JsonText json, JsonText before, List<String> path) {
        JsonText emptied = json;
        for (int depth = path.size() - 1; depth > 0; depth--) {
            List<String> around = path.subList(0, depth);
            if (!emptied.isEmptyObject(around) || before.get(around) != null) {
                break;
            }
            emptied = emptied.without(around);
        }
        return emptied;
    }
}
