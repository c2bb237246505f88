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

    /** The paths of all members it ever sets. */
    abstract List<List<String>> paths();

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
        String earlier = given.before() == null ? "" : given.before();
        if (now.isBlank() || now.equals(merged(environment, earlier))) {
            return Rendered.of(now.isBlank() && given.before() == null ? now : earlier);
        }
        JsonText before = JsonText.of(earlier);
        JsonText json = JsonText.of(now);
        Map<List<String>, String> ours = members(environment);
        List<String> left = new ArrayList<>();
        for (List<String> path : paths()) {
            String there = json.get(path);
            String value = before.get(path);
            if (given.before() == null && there != null && !there.equals(ours.get(path))) {
                left.add(String.join(".", path));
            } else if (value != null) {
                json = json.with(path, value);
            } else if (there != null) {
                json = emptied(json.without(path), before, path);
            }
        }
        Rendered rendered = Rendered.of(json.text());
        return left.isEmpty()
                ? rendered
                : rendered.noting(String.join(", ", left)
                        + ": left, since the value is none of these options, and what was there before is not known.");
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
