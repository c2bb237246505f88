package dev.hopscope.inspect.meaning;

import dev.hopscope.exchange.Direction;
import dev.hopscope.exchange.Head;
import dev.hopscope.exchange.Header;
import dev.hopscope.exchange.RequestHead;
import dev.hopscope.exchange.ResponseHead;
import java.util.List;
import java.util.Locale;

/** Explains the lines of a head. Pure functions, any thread. Never throws for what a line is; asks no network. */
public final class Meanings {
    private Meanings() {}

    public static Meaning of(Header field, Setting setting) {
        FieldMeaning known = Fields.of(field.name());
        List<Part> parts = parts(field, setting);
        return known == null
                ? unknown(field, parts)
                : new Meaning(
                        known.name(),
                        known.words(),
                        where(known.where(), setting.direction()),
                        known.standard() ? known.specification() : "",
                        parts);
    }

    /** What the value says; empty where no decoder reads the field. */
    public static List<Part> parts(Header field, Setting setting) {
        Parts out = new Parts();
        FieldDecoders.decode(field, setting, out);
        return out.list();
    }

    public static Meaning ofStartLine(Head head, Setting setting) {
        return switch (head) {
            case RequestHead r -> StartLines.of(r, setting);
            case ResponseHead r -> StartLines.of(r, setting);
        };
    }

    private static Meaning unknown(Header field, List<Part> parts) {
        String name = Parts.cut(field.name(), Parts.LONGEST);
        String words = field.name().startsWith(":")
                ? "A part of the start line, as HTTP/2 and HTTP/3 write it."
                : field.name().toLowerCase(Locale.ROOT).startsWith("x-")
                        ? "A name of its maker's own, as X- says; Hopscope has no words for it."
                        : "Hopscope has no words for this field: it is not among those registered that it knows.";
        return new Meaning(name, words, "", "", parts);
    }

    private static String where(FieldMeaning.Where where, Direction direction) {
        return switch (where) {
            case REQUEST ->
                direction == Direction.REQUEST ? "In requests" : "In requests only: in a response it says nothing";
            case RESPONSE ->
                direction == Direction.RESPONSE ? "In responses" : "In responses only: in a request it says nothing";
            case BOTH -> "In requests and responses";
        };
    }
}
