package dev.hopscope.pages;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A page with holes: {@code {key}} takes a value or else the words of that key, escaped; {@code {!key}} takes finished markup. Any thread. Knows no logic.
 */
final class Template {
    private static final Pattern HOLE = Pattern.compile("\\{(!?)([a-z][a-zA-Z0-9.-]*)}");

    private final String text;
    private final ResourceBundle words;

    private Template(String text, ResourceBundle words) {
        this.text = text;
        this.words = words;
    }

    /** @param name a resource beside this class */
    static Template load(String name, ResourceBundle words) {
        return new Template(resource(name), words);
    }

    static String resource(String name) {
        try (InputStream in = Template.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the resource " + name + " is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws java.util.MissingResourceException where a hole has neither value nor words */
    String fill(Map<String, String> values) {
        return HOLE.matcher(text).replaceAll(hole -> {
            String value = values.get(hole.group(2));
            if (value == null) {
                value = words.getString(hole.group(2));
            }
            return Matcher.quoteReplacement(hole.group(1).isEmpty() ? Html.escape(value) : value);
        });
    }
}
