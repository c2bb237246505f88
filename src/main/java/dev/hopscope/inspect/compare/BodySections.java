package dev.hopscope.inspect.compare;

import dev.hopscope.exchange.BodyRef;
import dev.hopscope.exchange.Direction;
import dev.hopscope.exchange.Headers;
import dev.hopscope.exchange.HttpExchange;
import dev.hopscope.inspect.body.BodyRendering;
import dev.hopscope.inspect.body.BodySample;
import dev.hopscope.inspect.body.BodyView;
import dev.hopscope.inspect.body.BodyViews;
import dev.hopscope.inspect.body.ByteSource;
import dev.hopscope.inspect.body.Decoded;
import dev.hopscope.inspect.body.DetectedText;
import dev.hopscope.inspect.body.MediaType;
import dev.hopscope.inspect.diff.DiffKind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The bodies of two messages, content codings undone, compared as what they are. Reads them on the calling thread. Up to {@link #WHOLE} bytes a side are held and
 * compared whole; above, all bytes are read but only the part around the first difference is shown, and that is said.
 */
final class BodySections {
    /** Decoded bytes up to which a body is compared as text. */
    static final int WHOLE = 8 << 20;

    /** Decoded bytes up to which JSON is compared by structure: a tree takes ten times the text. */
    static final int STRUCTURED = 6 << 20;

    /** Bytes around the first difference that are shown as text of larger bodies. */
    static final int EXCERPT = 256 << 10;

    private static final BodyView IMAGE = view("image");
    private static final BodyView JSON = view("json");

    private final Section.Part part;
    private final CompareOptions options;
    private final Progress progress;

    private BodySections(Section.Part part, CompareOptions options, Progress progress) {
        this.part = part;
        this.options = options;
        this.progress = progress;
    }

    private static BodyView view(String id) {
        return BodyViews.ALL.stream().filter(v -> v.id().equals(id)).findFirst().orElseThrow();
    }

    /** @param sample the beginning, or all of it where {@link #large} is false */
    private record Side(ByteSource source, Headers headers, BodySample sample) {
        /** Whether it goes on behind the sample. */
        boolean large() {
            return sample.decoded().end() == Decoded.End.SIZE_CAP;
        }

        byte[] bytes() {
            return sample.bytes();
        }
    }

    static Section of(Section.Part part, Subject a, Subject b, CompareOptions options, Progress progress)
            throws IOException {
        BodySections sections = new BodySections(part, options, progress);
        Direction direction = part == Section.Part.REQUEST_BODY ? Direction.REQUEST : Direction.RESPONSE;
        Side first = side(a, direction);
        progress.at(0.1);
        Side second = side(b, direction);
        progress.at(0.2);
        return sections.compare(first, second);
    }

    private static @Nullable Side side(Subject subject, Direction direction) throws IOException {
        if (!(subject.exchange() instanceof HttpExchange x)) {
            return null;
        }
        BodyRef ref = direction == Direction.REQUEST ? x.requestBody() : x.responseBody();
        if (ref == null || ref.length() == 0) {
            return null;
        }
        // the headers the body was recorded with
        Headers headers = direction == Direction.REQUEST
                ? Subject.headers(subject.request())
                : Subject.headers(
                        x.heads().responseReceived() != null
                                ? x.heads().responseReceived()
                                : x.heads().responseReturned());
        ByteSource source = ByteSource.of(subject.bodies(), ref);
        boolean image = MediaType.parse(headers.first("Content-Type")).type().equals("image");
        return new Side(source, headers, BodySample.read(source, ref, headers, image ? BodySample.MAX : WHOLE));
    }

    private Section compare(@Nullable Side a, @Nullable Side b) throws IOException {
        if (a == null && b == null) {
            return Section.of(part, List.of(), List.of(Fact.of("noBody")));
        }
        if (a == null || b == null) {
            Line line = Line.of(Line.Label.key("body"), size(a), size(b));
            return Section.of(part, List.of(line), List.of(Fact.of(a == null ? "onlyB" : "onlyA")));
        }
        List<Fact> cuts = new ArrayList<>();
        cut(a, "A", cuts);
        cut(b, "B", cuts);
        return a.large() || b.large() ? large(a, b, cuts) : whole(a, b, cuts);
    }

    private static @Nullable String size(@Nullable Side side) {
        if (side == null) {
            return null;
        }
        String type = side.sample().type().toString();
        return side.sample().length() + " B" + (type.isEmpty() ? "" : ", " + type);
    }

    private static void cut(Side side, String name, List<Fact> facts) {
        if (side.sample().cutShort()) {
            facts.add(Fact.of(
                    "cutShort", name, side.source().size(), side.sample().length()));
        }
        switch (side.sample().decoded().end()) {
            case COMPLETE, SIZE_CAP -> {}
            case RATIO_CAP, ENDS_EARLY, CORRUPT ->
                facts.add(Fact.of("undecoded", name, side.sample().decoded().problem()));
        }
    }

    private Section whole(Side a, Side b, List<Fact> cuts) throws IOException {
        boolean same = Arrays.equals(a.bytes(), b.bytes());
        List<BodyMode> modes = modes(a, b, cuts);
        BodyMode wanted = part == Section.Part.REQUEST_BODY ? options.requestBody() : options.responseBody();
        BodyMode mode = wanted != null && modes.contains(wanted) ? wanted : modes.getFirst();
        Section section = switch (mode) {
            case STRUCTURE -> structure(a, b, modes, cuts);
            case FIELDS -> fields(a, b, modes);
            case IMAGE -> images(a, b, modes, same);
            case TEXT -> text(a, b, modes);
            case HEX -> hex(a, b, modes);
        };
        List<Fact> facts = new ArrayList<>();
        if (same) {
            facts.add(Fact.of("sameBytes", a.bytes().length));
        } else {
            facts.addAll(section.facts());
            if (section.changes() == 0) {
                facts.add(Fact.of(mode == BodyMode.STRUCTURE ? "sameValue" : "sameText"));
            }
        }
        facts.addAll(cuts);
        return new Section(
                part, section.lines(), List.copyOf(facts), section.changes(), section.runs(), section.body());
    }

    /** The ways these bodies can be compared, best first; hex always. */
    private static List<BodyMode> modes(Side a, Side b, List<Fact> cuts) {
        List<BodyMode> modes = new ArrayList<>();
        if (IMAGE.priority(a.sample()) > 0 && IMAGE.priority(b.sample()) > 0) {
            modes.add(BodyMode.IMAGE);
        }
        if (JSON.priority(a.sample()) > 0 && JSON.priority(b.sample()) > 0) {
            if (Math.max(a.bytes().length, b.bytes().length) <= STRUCTURED) {
                modes.add(BodyMode.STRUCTURE);
            } else {
                cuts.add(Fact.of("jsonTooLarge", STRUCTURED >> 20));
            }
        }
        if (form(a) && form(b)) {
            modes.add(BodyMode.FIELDS);
        }
        if (modes.contains(BodyMode.IMAGE) || !text(a) || !text(b)) {
            modes.add(BodyMode.HEX);
            return List.copyOf(modes);
        }
        modes.add(BodyMode.TEXT);
        modes.add(BodyMode.HEX);
        return List.copyOf(modes);
    }

    private static boolean form(Side side) {
        return side.sample().type().is("application", "x-www-form-urlencoded");
    }

    private static boolean text(Side side) {
        return DetectedText.of(side.sample()).likely();
    }

    private static String decoded(Side side) {
        return DetectedText.of(side.sample()).text();
    }

    private Section structure(Side a, Side b, List<BodyMode> modes, List<Fact> cuts) throws IOException {
        Json first = Json.parse(decoded(a));
        progress.at(0.4);
        Json second = Json.parse(decoded(b));
        progress.at(0.6);
        if (first != null && second != null) {
            return JsonLines.compare(part, first, second, BodyMode.STRUCTURE, modes, progress.part(0.6, 1));
        }
        cuts.add(Fact.of(first == null ? (second == null ? "notJsonBoth" : "notJsonA") : "notJsonB"));
        List<BodyMode> left =
                modes.stream().filter(m -> m != BodyMode.STRUCTURE).toList();
        return left.contains(BodyMode.TEXT) ? text(a, b, left) : hex(a, b, left);
    }

    private Section fields(Side a, Side b, List<BodyMode> modes) {
        List<Line> lines = Parameters.lines(decoded(a), decoded(b), options.ignoreOrder());
        return section(lines, List.of(), false, new Section.Body(BodyMode.FIELDS, modes, null));
    }

    private Section text(Side a, Side b, List<BodyMode> modes) {
        TextLines lines = TextLines.of(decoded(a), decoded(b), 1, progress.part(0.2, 1));
        return new Section(
                part, lines, lines.facts(), lines.runs(), true, new Section.Body(BodyMode.TEXT, modes, null));
    }

    private Section hex(Side a, Side b, List<BodyMode> modes) throws IOException {
        try (DecodedStream first = DecodedStream.open(ByteSource.of(a.bytes()), Headers.EMPTY);
                DecodedStream second = DecodedStream.open(ByteSource.of(b.bytes()), Headers.EMPTY)) {
            long expected = Math.max(a.bytes().length, b.bytes().length);
            ByteLines.Result result = ByteLines.compare(first, second, expected, progress.part(0.2, 1));
            return section(result.lines(), facts(result), true, new Section.Body(BodyMode.HEX, modes, null));
        }
    }

    private static List<Fact> facts(ByteLines.Result result) {
        List<Fact> facts = new ArrayList<>();
        if (!result.same()) {
            facts.add(Fact.of("bytes", result.first(), result.differing(), result.lengthA(), result.lengthB()));
        }
        if (result.rowsUnlisted() > 0) {
            facts.add(Fact.of("rowsUnlisted", result.rowsUnlisted(), ByteLines.MOST));
        }
        return facts;
    }

    private Section section(List<Line> lines, List<Fact> facts, boolean runs, Section.Body body) {
        int changes = runs
                ? Section.runs(lines)
                : (int) lines.stream().filter(Line::changed).count();
        return new Section(part, List.copyOf(lines), List.copyOf(facts), changes, runs, body);
    }

    private Section images(Side a, Side b, List<BodyMode> modes, boolean same) {
        if (!(IMAGE.render(a.sample()) instanceof BodyRendering.Image first)
                || !(IMAGE.render(b.sample()) instanceof BodyRendering.Image second)) {
            throw new IllegalStateException("an image view that draws no image");
        }
        List<Line> lines = new ArrayList<>();
        lines.add(Line.of(Line.Label.key("format"), first.format(), second.format()));
        lines.add(Line.of(Line.Label.key("dimensions"), dimensions(first), dimensions(second)));
        Line bytes = Line.of(Line.Label.key("size"), first.bytes().length + " B", second.bytes().length + " B");
        lines.add(same || bytes.changed() ? bytes : bytes.as(DiffKind.CHANGED, Fact.of("otherBytes")));
        return section(
                lines, List.of(), false, new Section.Body(BodyMode.IMAGE, modes, new Section.Images(first, second)));
    }

    private static String dimensions(BodyRendering.Image image) {
        return image.width() + " \u00D7 " + image.height();
    }

    /** Every byte is compared; text is shown around the first difference. */
    private Section large(Side a, Side b, List<Fact> cuts) throws IOException {
        long expected = Math.max(a.sample().length(), b.sample().length());
        ByteLines.Result result;
        List<Fact> facts = new ArrayList<>();
        try (DecodedStream first = DecodedStream.open(a.source(), a.headers());
                DecodedStream second = DecodedStream.open(b.source(), b.headers())) {
            result = ByteLines.compare(first, second, expected, progress.part(0.2, 0.8));
            problem(first, "A", facts);
            problem(second, "B", facts);
        }
        facts.addFirst(
                result.same()
                        ? Fact.of("sameBytes", result.lengthA())
                        : Fact.of("large", result.lengthA(), result.lengthB(), WHOLE >> 20));
        facts.addAll(facts(result));
        facts.addAll(cuts);
        boolean texts = text(a) && text(b);
        List<BodyMode> modes = texts ? List.of(BodyMode.TEXT, BodyMode.HEX) : List.of(BodyMode.HEX);
        BodyMode wanted = part == Section.Part.REQUEST_BODY ? options.requestBody() : options.responseBody();
        if (result.same() || !texts || wanted == BodyMode.HEX) {
            return section(result.lines(), facts, true, new Section.Body(BodyMode.HEX, modes, null));
        }
        TextLines lines = excerpt(a, b, result);
        facts.add(Fact.of("excerpt", EXCERPT >> 10, result.first()));
        return new Section(
                part, lines, List.copyOf(facts), lines.runs(), true, new Section.Body(BodyMode.TEXT, modes, null));
    }

    private static void problem(DecodedStream stream, String name, List<Fact> facts) {
        String problem = stream.problem();
        if (problem != null) {
            facts.add(Fact.of("undecoded", name, problem));
        }
    }

    private TextLines excerpt(Side a, Side b, ByteLines.Result result) throws IOException {
        long from = Math.max(0, result.first() - EXCERPT / 8);
        byte[] first = window(a, from);
        byte[] second = window(b, from);
        int before = (int) (result.first() - from);
        int feed = 0;
        int feeds = 0;
        for (int i = 0; i < before; i++) {
            if (first[i] == '\n') {
                feeds++;
                feed = feed == 0 && from > 0 ? i + 1 : feed;
            }
        }
        // from the first whole line on
        int skipped = feed > 0 ? 1 : 0;
        int firstLine = (int) Math.min(Integer.MAX_VALUE, result.linesBefore() - feeds + skipped + 1);
        return TextLines.of(
                text(a, Arrays.copyOfRange(first, feed, first.length)),
                text(b, Arrays.copyOfRange(second, feed, second.length)),
                firstLine,
                progress.part(0.9, 1));
    }

    private static String text(Side side, byte[] bytes) {
        return new String(bytes, DetectedText.of(side.sample()).charset());
    }

    private static byte[] window(Side side, long from) throws IOException {
        try (DecodedStream stream = DecodedStream.open(side.source(), side.headers())) {
            stream.skipNBytes(from);
            return stream.readNBytes(EXCERPT);
        }
    }
}
