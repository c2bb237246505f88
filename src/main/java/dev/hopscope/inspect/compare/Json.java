package dev.hopscope.inspect.compare;

import com.google.gson.JsonPrimitive;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A JSON value to compare (RFC 8259): numbers as they are written, no duplicate key lost, equal whatever the order of keys. Immutable, any thread. Nested no deeper
 * than the reader allows (255), so that recursion is safe.
 */
sealed interface Json {
    /** Scalars in it, itself included. */
    int scalars();

    /** @return null where the text is no JSON, or not only one value, or nested too deep */
    static @Nullable Json parse(String text) {
        JsonReader reader = new JsonReader(new StringReader(text));
        reader.setStrictness(Strictness.STRICT);
        try {
            Json value = read(reader);
            return reader.peek() == JsonToken.END_DOCUMENT ? value : null;
        } catch (IOException | IllegalStateException | NumberFormatException e) {
            return null;
        }
    }

    private static Json read(JsonReader reader) throws IOException {
        return switch (reader.peek()) {
            case BEGIN_ARRAY -> {
                List<Json> items = new ArrayList<>();
                reader.beginArray();
                while (reader.hasNext()) {
                    items.add(read(reader));
                }
                reader.endArray();
                yield new Arr(items);
            }
            case BEGIN_OBJECT -> {
                List<Member> members = new ArrayList<>();
                reader.beginObject();
                while (reader.hasNext()) {
                    members.add(new Member(reader.nextName(), read(reader)));
                }
                reader.endObject();
                yield new Obj(members);
            }
            case STRING -> new Scalar(reader.nextString(), Line.Look.STRING);
            case NUMBER -> new Scalar(reader.nextString(), Line.Look.NUMBER);
            case BOOLEAN -> new Scalar(reader.nextBoolean() ? "true" : "false", Line.Look.LITERAL);
            case NULL -> {
                reader.nextNull();
                yield new Scalar("null", Line.Look.LITERAL);
            }
            case NAME, END_ARRAY, END_OBJECT, END_DOCUMENT -> throw new IOException("no value");
        };
    }

    /** A string, unescaped; a number, {@code true}, {@code false} or {@code null} as written. */
    record Scalar(String text, Line.Look look) implements Json {
        @Override
        public int scalars() {
            return 1;
        }

        /** As JSON writes it. */
        String written() {
            return look == Line.Look.STRING ? new JsonPrimitive(text).toString() : text;
        }
    }

    /** A member of an object. */
    record Member(String name, Json value) {}

    /** An array. */
    final class Arr implements Json {
        final List<Json> items;
        private final int hash;
        private final int scalars;

        Arr(List<Json> items) {
            this.items = items;
            hash = items.hashCode() + 1;
            scalars = items.stream().mapToInt(Json::scalars).sum();
        }

        @Override
        public int scalars() {
            return scalars;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return this == other || other instanceof Arr that && hash == that.hash && items.equals(that.items);
        }

        @Override
        public int hashCode() {
            return hash;
        }
    }

    /** An object, its members in the order of the text. */
    final class Obj implements Json {
        final List<Member> members;
        private final int hash;
        private final int scalars;

        Obj(List<Member> members) {
            this.members = members;
            hash = members.stream().mapToInt(Objects::hashCode).sum() + 2;
            scalars = members.stream().mapToInt(m -> m.value().scalars()).sum();
        }

        @Override
        public int scalars() {
            return scalars;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            if (this == other || !(other instanceof Obj that) || hash != that.hash) {
                return this == other;
            }
            return members.size() == that.members.size()
                    && (members.equals(that.members) || grouped().equals(that.grouped()));
        }

        @Override
        public int hashCode() {
            return hash;
        }

        private Map<String, List<Json>> grouped() {
            Map<String, List<Json>> grouped = new HashMap<>();
            members.forEach(m ->
                    grouped.computeIfAbsent(m.name(), k -> new ArrayList<>(1)).add(m.value()));
            return grouped;
        }

        /** Where each name stands, in order; to be taken from the front. */
        Map<String, Deque<Integer>> places() {
            Map<String, Deque<Integer>> places = new HashMap<>();
            for (int i = 0; i < members.size(); i++) {
                places.computeIfAbsent(members.get(i).name(), k -> new ArrayDeque<>(1))
                        .add(i);
            }
            return places;
        }
    }
}
