package dev.hopscope.capture.sqlite;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Reads the values of a row one after the other and believes none of them: each must have its type. One thread. */
final class Columns {
    private final ResultSet row;
    private int next = 1;

    Columns(ResultSet row) {
        this.row = row;
    }

    void first() {
        next = 1;
    }

    @Nullable
    Object any() throws SQLException {
        return row.getObject(next++);
    }

    @Nullable
    Long numberOrNull() throws SQLException, DamagedException {
        return switch (any()) {
            case null -> null;
            case Integer i -> i.longValue();
            case Long l -> l;
            default -> throw new DamagedException("column " + (next - 1) + " holds no number");
        };
    }

    long number() throws SQLException, DamagedException {
        Long number = numberOrNull();
        if (number == null) {
            throw new DamagedException("column " + (next - 1) + " is empty");
        }
        return number;
    }

    long number(long least, long most) throws SQLException, DamagedException {
        long number = number();
        if (number < least || number > most) {
            throw new DamagedException("column " + (next - 1) + " holds " + number);
        }
        return number;
    }

    @Nullable
    String textOrNull() throws SQLException, DamagedException {
        return switch (any()) {
            case null -> null;
            case String s -> s;
            default -> throw new DamagedException("column " + (next - 1) + " holds no text");
        };
    }

    String text() throws SQLException, DamagedException {
        String text = textOrNull();
        if (text == null) {
            throw new DamagedException("column " + (next - 1) + " is empty");
        }
        return text;
    }

    /** @param longest beyond it the text cannot be what it says it is */
    String text(int longest) throws SQLException, DamagedException {
        String text = textOrNull();
        if (text != null && text.length() > longest) {
            throw new DamagedException("column " + (next - 1) + " holds " + text.length() + " characters");
        }
        return text == null ? "" : text;
    }

    byte @Nullable [] octetsOrNull() throws SQLException, DamagedException {
        return switch (any()) {
            case null -> null;
            case byte[] octets -> octets;
            default -> throw new DamagedException("column " + (next - 1) + " holds no octets");
        };
    }

    <E extends Enum<E>> E word(Class<E> type) throws SQLException, DamagedException {
        return word(type, text());
    }

    static <E extends Enum<E>> E word(Class<E> type, String word) throws DamagedException {
        try {
            return Enum.valueOf(type, word);
        } catch (IllegalArgumentException e) {
            throw new DamagedException("an unknown word");
        }
    }
}
