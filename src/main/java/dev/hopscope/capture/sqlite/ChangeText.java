package dev.hopscope.capture.sqlite;

import dev.hopscope.exchange.ChangeReason;
import dev.hopscope.exchange.Direction;
import dev.hopscope.exchange.Head;
import dev.hopscope.exchange.HeaderChange;
import dev.hopscope.exchange.HeaderChange.Kind;
import dev.hopscope.exchange.HeaderChange.Part;
import dev.hopscope.exchange.Headers;
import dev.hopscope.exchange.Heads;
import dev.hopscope.exchange.RequestHead;
import dev.hopscope.exchange.ResponseHead;
import dev.hopscope.exchange.Trailers;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Changes as they stand in the file: a line each, its parts separated by TAB: a letter each for leg, part and kind; index before; index after (empty for none);
 * the reason's code and what it says. Name and values are left out where the heads have them at these indexes, and follow otherwise. Pure; any thread.
 */
final class ChangeText {
    private static final int MOST = 10_000;
    private static final String LEGS = "qs";
    private static final String PARTS = "lht";
    private static final String KINDS = "+-~><";

    private final Heads heads;
    private final Trailers trailers;

    private ChangeText(Heads heads, Trailers trailers) {
        this.heads = heads;
        this.trailers = trailers;
    }

    static @Nullable String encode(List<HeaderChange> changes, Heads heads, Trailers trailers) {
        if (changes.isEmpty()) {
            return null;
        }
        ChangeText text = new ChangeText(heads, trailers);
        StringBuilder out = new StringBuilder(40 * changes.size());
        changes.forEach(change -> text.append(change, out));
        return out.toString();
    }

    static List<HeaderChange> decode(@Nullable String stored, Heads heads, Trailers trailers) throws DamagedException {
        if (stored == null) {
            return List.of();
        }
        ChangeText text = new ChangeText(heads, trailers);
        List<HeaderChange> changes = new ArrayList<>();
        for (String line : Text.lines(stored, MOST)) {
            changes.add(text.change(line.split("\t", -1)));
        }
        return List.copyOf(changes);
    }

    /** What the heads say of a change, where they do. */
    private record Line(
            String name, @Nullable String before, @Nullable String after) {}

    private void append(HeaderChange c, StringBuilder out) {
        out.append(LEGS.charAt(c.leg().ordinal()))
                .append(PARTS.charAt(c.part().ordinal()))
                .append(KINDS.charAt(c.kind().ordinal()));
        out.append('\t');
        if (c.part() == Part.START_LINE) {
            Text.appendEscaped(out, c.name());
        } else {
            index(c.indexBefore(), out);
        }
        out.append('\t');
        index(c.indexAfter(), out);
        out.append('\t').append(c.reason().code());
        for (String argument : arguments(c.reason())) {
            out.append('\t');
            Text.appendEscaped(out, argument);
        }
        Line known = c.part() == Part.START_LINE && c.indexBefore() != -1
                ? null
                : known(c.leg(), c.part(), c.kind(), c.name(), c.indexBefore(), c.indexAfter());
        if (known == null
                || !known.name.equals(c.name())
                || !Objects.equals(known.before, c.before())
                || !Objects.equals(known.after, c.after())) {
            explicit(c, out);
        }
        out.append('\n');
    }

    private static void explicit(HeaderChange c, StringBuilder out) {
        out.append('\t').append(c.indexBefore()).append('\t');
        Text.appendEscaped(out, c.name());
        out.append('\t');
        Text.appendEscaped(out, c.before());
        out.append('\t');
        Text.appendEscaped(out, c.after());
    }

    private static void index(int index, StringBuilder out) {
        if (index != -1) {
            out.append(index);
        }
    }

    private @Nullable Line known(Direction leg, Part part, Kind kind, String name, int before, int after) {
        return switch (part) {
            case START_LINE -> new Line(name, startPart(received(leg), name), startPart(sent(leg), name));
            case HEADERS -> {
                Head received = received(leg);
                Head sent = sent(leg);
                yield received == null || sent == null
                        ? null
                        : line(kind, received.headers(), sent.headers(), before, after);
            }
            case TRAILERS ->
                leg == Direction.REQUEST
                        ? line(kind, trailers.requestReceived(), trailers.requestForwarded(), before, after)
                        : line(kind, trailers.responseReceived(), trailers.responseReturned(), before, after);
        };
    }

    private static @Nullable Line line(Kind kind, Headers received, Headers sent, int before, int after) {
        boolean had = before >= 0 && before < received.size();
        boolean has = after >= 0 && after < sent.size();
        return switch (kind) {
            case ADDED -> has ? new Line(sent.name(after), null, sent.value(after)) : null;
            case REMOVED -> had ? new Line(received.name(before), received.value(before), null) : null;
            case CHANGED, MOVED, CASE_ONLY ->
                had && has ? new Line(received.name(before), received.value(before), sent.value(after)) : null;
        };
    }

    private @Nullable Head received(Direction leg) {
        return leg == Direction.REQUEST ? heads.requestReceived() : heads.responseReceived();
    }

    private @Nullable Head sent(Direction leg) {
        return leg == Direction.REQUEST ? heads.requestForwarded() : heads.responseReturned();
    }

    private static @Nullable String startPart(@Nullable Head head, String name) {
        return switch (head) {
            case null -> null;
            case RequestHead r ->
                switch (name) {
                    case ":method" -> r.method();
                    case ":target" -> r.target();
                    case ":version" -> r.version().text();
                    default -> null;
                };
            case ResponseHead r ->
                switch (name) {
                    case ":status" -> Integer.toString(r.status());
                    case ":reason" -> r.reason();
                    case ":version" -> r.version().text();
                    default -> null;
                };
        };
    }

    // ---- back

    private HeaderChange change(String[] fields) throws DamagedException {
        if (fields.length < 4 || fields[0].length() != 3) {
            throw new DamagedException("a change of too few parts");
        }
        Direction leg = Direction.values()[place(LEGS, fields[0].charAt(0))];
        Part part = Part.values()[place(PARTS, fields[0].charAt(1))];
        Kind kind = Kind.values()[place(KINDS, fields[0].charAt(2))];
        boolean start = part == Part.START_LINE;
        int before = start ? -1 : index(fields[1]);
        int after = index(fields[2]);
        int arguments = argumentsOf(fields[3]);
        int explicitAt = 4 + arguments;
        if (fields.length != explicitAt && fields.length != explicitAt + 4) {
            throw new DamagedException("a change of a wrong number of parts");
        }
        ChangeReason reason = reason(fields[3], fields);
        if (fields.length == explicitAt) {
            Line line = known(leg, part, kind, start ? required(fields[1]) : "", before, after);
            if (line == null) {
                throw new DamagedException("a change of lines that are not there");
            }
            return new HeaderChange(leg, part, kind, line.name, line.before, line.after, before, after, reason);
        }
        int stored = fields[explicitAt].equals("-1") ? -1 : Text.number(fields[explicitAt]);
        String name = required(fields[explicitAt + 1]);
        return new HeaderChange(
                leg,
                part,
                kind,
                name,
                Text.unescaped(fields[explicitAt + 2]),
                Text.unescaped(fields[explicitAt + 3]),
                stored,
                after,
                reason);
    }

    private static int place(String letters, char letter) throws DamagedException {
        int place = letters.indexOf(letter);
        if (place < 0) {
            throw new DamagedException("a change of an unknown kind");
        }
        return place;
    }

    private static int index(String field) throws DamagedException {
        return field.isEmpty() ? -1 : Text.number(field);
    }

    private static String required(String field) throws DamagedException {
        String text = Text.unescaped(field);
        if (text == null) {
            throw new DamagedException("a change without what it must have");
        }
        return text;
    }

    private static List<@Nullable String> arguments(ChangeReason reason) {
        return switch (reason) {
            case ChangeReason.HopByHop r -> single(r.connectionOption());
            case ChangeReason.Framing r -> single(r.why());
            case ChangeReason.EncodingNarrowed r -> single(r.why());
            case ChangeReason.Http2Mapping r -> single(r.why());
            case ChangeReason.Rule r -> single(r.name());
            case ChangeReason.Sanitised r -> List.of(r.why(), r.rfc());
            case ChangeReason.Cache r -> List.of(r.why(), r.rfc());
            case ChangeReason.OwnConnection r -> List.of();
            case ChangeReason.ViaAdded r -> List.of();
            case ChangeReason.TargetForm r -> List.of();
            case ChangeReason.HostFromTarget r -> List.of();
            case ChangeReason.ProxyConnection r -> List.of();
            case ChangeReason.CredentialsConsumed r -> List.of();
            case ChangeReason.UpstreamCredentials r -> List.of();
            case ChangeReason.VersionOfHop r -> List.of();
            case ChangeReason.LocalAlias r -> List.of();
            case ChangeReason.ReplayEdit r -> List.of();
        };
    }

    private static List<@Nullable String> single(@Nullable String argument) {
        List<@Nullable String> one = new ArrayList<>(1);
        one.add(argument);
        return one;
    }

    private static int argumentsOf(String code) {
        return switch (code) {
            case "sanitised", "cache" -> 2;
            case "hop-by-hop", "framing", "encoding-narrowed", "http2-mapping", "rule" -> 1;
            default -> 0;
        };
    }

    private static ChangeReason reason(String code, String[] fields) throws DamagedException {
        return switch (code) {
            case "hop-by-hop" -> new ChangeReason.HopByHop(Text.unescaped(fields[4]));
            case "framing" -> new ChangeReason.Framing(required(fields[4]));
            case "encoding-narrowed" -> new ChangeReason.EncodingNarrowed(required(fields[4]));
            case "http2-mapping" -> new ChangeReason.Http2Mapping(required(fields[4]));
            case "rule" -> new ChangeReason.Rule(required(fields[4]));
            case "sanitised" -> new ChangeReason.Sanitised(required(fields[4]), required(fields[5]));
            case "cache" -> new ChangeReason.Cache(required(fields[4]), required(fields[5]));
            case "own-connection" -> new ChangeReason.OwnConnection();
            case "via" -> new ChangeReason.ViaAdded();
            case "target-form" -> new ChangeReason.TargetForm();
            case "host-from-target" -> new ChangeReason.HostFromTarget();
            case "proxy-connection" -> new ChangeReason.ProxyConnection();
            case "credentials-consumed" -> new ChangeReason.CredentialsConsumed();
            case "upstream-credentials" -> new ChangeReason.UpstreamCredentials();
            case "version" -> new ChangeReason.VersionOfHop();
            case "local-alias" -> new ChangeReason.LocalAlias();
            case "replay-edit" -> new ChangeReason.ReplayEdit();
            default -> throw new DamagedException("a change of an unknown reason");
        };
    }
}
