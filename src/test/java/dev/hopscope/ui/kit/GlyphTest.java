package dev.hopscope.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hopscope.ui.Screen;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javafx.scene.text.Font;
import org.junit.jupiter.api.Test;

class GlyphTest {
    private static final Pattern LITERAL = Pattern.compile("\"(bi-[a-z0-9-]+)\"");

    @Test
    void everyIconNamedInTheProgramIsInThePack() throws IOException {
        Set<String> literals = new TreeSet<>();
        for (Path file : files()) {
            Matcher m = LITERAL.matcher(Files.readString(file));
            while (m.find()) {
                literals.add(m.group(1));
            }
        }
        assertThat(literals)
                .isNotEmpty()
                .allSatisfy(literal ->
                        assertThat(Screen.on(() -> Glyph.letter(literal))).hasSize(1));
    }

    @Test
    void anUnknownIconIsAnError() {
        assertThatThrownBy(() -> Glyph.letter("bi-no-such-icon")).isInstanceOf(RuntimeException.class);
    }

    @Test
    void theFontsAreKnownByTheFamiliesTheStyleSheetsName() {
        Screen.run(Theme::loadFonts);
        for (String family :
                List.of("Inter", "Inter Medium", "Inter SemiBold", "JetBrains Mono NL", "JetBrains Mono NL SemiBold")) {
            assertThat(Screen.on(() -> Font.font(family, 12).getFamily() + "|"
                            + Font.font(family, 12).getName()))
                    .contains(family);
        }
    }

    private static List<Path> files() throws IOException {
        List<Path> found = new ArrayList<>();
        for (String root : List.of("src/main/java", "src/main/resources")) {
            try (Stream<Path> files = Files.walk(Path.of(root))) {
                files.filter(f -> f.toString().endsWith(".java") || f.toString().endsWith(".fxml"))
                        .forEach(found::add);
            }
        }
        return found;
    }
}
