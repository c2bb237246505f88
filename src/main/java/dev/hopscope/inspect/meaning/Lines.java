package dev.hopscope.inspect.meaning;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Reads the tables of words beside these classes: four columns with bars between. Any thread. Does not judge the words. */
final class Lines {
    private Lines() {}

    /** @throws IllegalStateException for a line without four columns: an error of ours */
    static List<String[]> of(String resource) {
        try (var in = Objects.requireNonNull(Lines.class.getResourceAsStream(resource), resource);
                var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            List<String[]> rows = new ArrayList<>();
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    String[] columns = line.strip().split(" \\| ", -1);
                    if (columns.length != 4) {
                        throw new IllegalStateException(resource + ": " + line);
                    }
                    rows.add(columns);
                }
            }
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
