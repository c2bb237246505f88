package dev.hopscope.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Computes the contrast (WCAG 2.2, 1.4.3) of all text on all it stands on, from the style sheets themselves. */
class ContrastTest {
    private static final Pattern TOKEN = Pattern.compile("-hs-([\\w-]+):\\s*#([0-9A-Fa-f]{6});");
    private static final List<String> SURFACES = List.of(
            "bg-window", "bg-content", "bg-inset", "bg-raised", "bg-hover", "bg-pressed", "select", "select-idle");
    private static final List<String> TEXTS = List.of(
            "text",
            "text-2",
            "text-3",
            "accent",
            "s1",
            "s2",
            "s3",
            "s4",
            "s5",
            "cache",
            "method-safe",
            "method-other",
            "method-write",
            "method-delete");

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void everyTextCanBeReadOnEverySurface(String theme) throws IOException {
        Map<String, Integer> colours = tokens(theme);
        List<String> bad = new ArrayList<>();
        TEXTS.forEach(text -> SURFACES.forEach(surface -> check(colours, text, surface, bad)));
        assertThat(bad).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void everyTextCanBeReadOnItsTint(String theme) throws IOException {
        Map<String, Integer> colours = tokens(theme);
        List<String> bad = new ArrayList<>();
        Stream.of("s1", "s2", "s3", "s4", "s5", "cache", "accent").forEach(name -> {
            check(colours, name, name + "-bg", bad);
            check(colours, "text", name + "-bg", bad);
            check(colours, "text-2", name + "-bg", bad);
            check(colours, "text-3", name + "-bg", bad);
        });
        check(colours, "on-accent", "accent-fill", bad);
        Stream.of("added", "removed", "changed", "moved").forEach(name -> {
            check(colours, name, name + "-bg", bad);
            check(colours, "text-3", name + "-bg", bad);
            Stream.of("key", "string", "number", "literal")
                    .forEach(s -> check(colours, "syntax-" + s, name + "-bg", bad));
        });
        Stream.of("added", "removed", "changed").forEach(name -> check(colours, "text", name + "-word", bad));
        Stream.of("key", "string", "number", "literal").forEach(s -> {
            check(colours, "syntax-" + s, "bg-content", bad);
            check(colours, "syntax-" + s, "bg-inset", bad);
        });
        assertThat(bad).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void marksOfControlsStandOutFromTheirSurface(String theme) throws IOException {
        Map<String, Integer> colours = tokens(theme);
        assertThat(contrast(colours, "line-control", "bg-content")).isGreaterThanOrEqualTo(3.0);
        assertThat(contrast(colours, "focus", "bg-content")).isGreaterThanOrEqualTo(4.5);
        assertThat(contrast(colours, "focus", "bg-window")).isGreaterThanOrEqualTo(3.0);
    }

    @Test
    void bothThemesNameTheSameColours() throws IOException {
        assertThat(tokens("light").keySet()).isEqualTo(tokens("dark").keySet());
    }

    @Test
    void blackOnWhiteIsTwentyOneToOne() {
        assertThat(ratio(0x000000, 0xFFFFFF)).isEqualTo(21.0, org.assertj.core.api.Assertions.within(0.01));
    }

    private static void check(Map<String, Integer> colours, String text, String surface, List<String> bad) {
        double contrast = contrast(colours, text, surface);
        // 4.45 is shown as 4.5: one figure after the point, as in the table of the design
        if (contrast < 4.45) {
            bad.add("%s on %s: %.2f".formatted(text, surface, contrast));
        }
    }

    private static double contrast(Map<String, Integer> colours, String text, String surface) {
        return ratio(
                Objects.requireNonNull(colours.get(text), text), Objects.requireNonNull(colours.get(surface), surface));
    }

    private static double ratio(int a, int b) {
        double la = luminance(a);
        double lb = luminance(b);
        return (Math.max(la, lb) + 0.05) / (Math.min(la, lb) + 0.05);
    }

    private static double luminance(int rgb) {
        return 0.2126 * linear(rgb >> 16 & 255) + 0.7152 * linear(rgb >> 8 & 255) + 0.0722 * linear(rgb & 255);
    }

    private static double linear(int channel) {
        double c = channel / 255.0;
        return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }

    private static Map<String, Integer> tokens(String theme) throws IOException {
        try (InputStream in = ContrastTest.class.getResourceAsStream("/dev/hopscope/ui/theme/" + theme + ".css")) {
            String css = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            Map<String, Integer> colours = new HashMap<>();
            Matcher m = TOKEN.matcher(css);
            while (m.find()) {
                colours.put(m.group(1), Integer.parseInt(m.group(2), 16));
            }
            return colours;
        }
    }
}
