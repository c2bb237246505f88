package dev.hopscope.inspect.meaning;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The Accept lists (RFC 9110 §12.4), ordered by weight. Any thread. Chooses nothing. */
final class AcceptDecoder implements FieldDecoder {
    private static final Map<String, String> CODINGS = Map.of(
            "gzip", "gzip, known everywhere",
            "x-gzip", "gzip by its old name",
            "deflate", "zlib; seldom used, as servers mistook it",
            "br", "Brotli",
            "zstd", "Zstandard",
            "dcb", "Brotli with a shared dictionary",
            "dcz", "Zstandard with a shared dictionary",
            "compress", "compress of old Unix",
            "identity", "no compression",
            "trailers", "fields after the body are welcome");

    private record Choice(String text, String name, double weight, int specific) {}

    @Override
    public Set<String> names() {
        return Set.of(
                "accept", "accept-charset", "accept-encoding", "accept-language", "te", "accept-patch", "accept-post");
    }

    @Override
    public void decode(String field, String value, Setting setting, Parts out) {
        List<Choice> choices = new ArrayList<>();
        for (String text : Syntax.split(value, ',')) {
            String name = Syntax.head(text);
            double weight = Syntax.weight(Syntax.parameters(text));
            if (weight < 0) {
                out.fault(text, "The weight is not a number from 0 to 1 with at most three digits.");
            } else {
                choices.add(new Choice(text, name, weight, specific(name)));
            }
        }
        choices.sort(Comparator.comparingDouble(Choice::weight)
                .thenComparingInt(Choice::specific)
                .reversed());
        choices.forEach(c -> out.add(c.text(), words(field, c)));
        if (choices.isEmpty() && field.equals("accept-encoding")) {
            out.add("", "An empty list: no compression at all.");
        }
    }

    private static int specific(String name) {
        return name.equals("*") || name.equals("*/*") ? 0 : name.endsWith("/*") ? 1 : 2;
    }

    private static String words(String field, Choice choice) {
        String what = switch (field) {
            case "accept-language" -> language(choice.name());
            case "accept-encoding", "te" ->
                choice.name().equals("*")
                        ? "any other"
                        : CODINGS.getOrDefault(choice.name().toLowerCase(Locale.ROOT), "a coding");
            default -> type(choice.name());
        };
        if (choice.weight() == 0) {
            return "not at all: " + what;
        }
        return choice.weight() == 1 ? what : what + ", weight " + trimmed(choice.weight());
    }

    private static String type(String name) {
        return switch (specific(name)) {
            case 0 -> "anything";
            case 1 -> "any " + name.substring(0, name.length() - 2);
            default -> "this one";
        };
    }

    private static String language(String tag) {
        if (tag.equals("*")) {
            return "any other language";
        }
        Locale locale = Locale.forLanguageTag(tag);
        String words = locale.getDisplayName(Locale.ENGLISH);
        return words.isEmpty() ? "not a language tag" : words;
    }

    private static String trimmed(double weight) {
        String text = Double.toString(weight);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }
}
