package dev.hopscope.ui.compare;

import dev.hopscope.exchange.Exchange;
import dev.hopscope.exchange.FailedHandshake;
import dev.hopscope.exchange.HttpExchange;
import dev.hopscope.exchange.Mark;
import dev.hopscope.exchange.Outcome;
import dev.hopscope.exchange.RequestHead;
import dev.hopscope.exchange.ResponseHead;
import dev.hopscope.exchange.Source;
import dev.hopscope.exchange.TunnelExchange;
import dev.hopscope.inspect.compare.BodyMode;
import dev.hopscope.inspect.compare.Comparison;
import dev.hopscope.inspect.compare.ComparisonText;
import dev.hopscope.inspect.compare.Fact;
import dev.hopscope.inspect.compare.Line;
import dev.hopscope.inspect.compare.Section;
import dev.hopscope.inspect.diff.DiffKind;
import dev.hopscope.ui.kit.Figures;
import dev.hopscope.ui.kit.Messages;
import dev.hopscope.ui.kit.Plain;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** A comparison in words. Immutable, any thread. */
public record CompareWords(ZoneId zone) {
    static String title(Section.Part part) {
        return Messages.text("compare.part." + part.name().toLowerCase(Locale.ROOT));
    }

    static String mode(BodyMode mode) {
        return Messages.text("compare.mode." + mode.name().toLowerCase(Locale.ROOT));
    }

    static String fact(Fact fact) {
        Object[] shown = fact.arguments().stream()
                .map(a -> a instanceof String text ? Plain.line(text) : a)
                .toArray();
        return Messages.text("compare.fact." + fact.key(), shown);
    }

    /** {@code + − ~ ⇅ Aa}; empty for a line that is kept. */
    static String mark(DiffKind kind) {
        return switch (kind) {
            case KEPT -> "";
            case ADDED -> "+";
            case REMOVED -> "\u2212";
            case CHANGED -> "~";
            case MOVED -> "\u21C5";
            case CASE_ONLY -> "Aa";
        };
    }

    /** A name, and what is said dimly behind it. */
    record Name(String name, String dim, String detail) {
        String whole() {
            return name + (dim.isEmpty() ? "" : " " + dim) + (detail.isEmpty() ? "" : " " + detail);
        }
    }

    static Name name(Line.Label label) {
        String name = Plain.line(label.name());
        return switch (label.called()) {
            case NAME -> new Name(name, "", "");
            case WORDS -> new Name(Messages.text("compare.label." + label.name()), "", "");
            case TRAILER -> new Name(name, Messages.text("compare.trailer"), "");
            case COOKIE_SENT -> new Name(name, Messages.text("compare.cookie.sent"), "");
            case COOKIE_SET -> new Name(name, Messages.text("compare.cookie.set"), "");
            case ATTRIBUTE -> new Name(name, Messages.text("compare.cookie.attribute"), Plain.line(label.detail()));
        };
    }

    /** What a section says behind its title: how it was compared, or what differs. */
    static String about(Section section) {
        List<String> words = new ArrayList<>();
        section.facts().stream()
                .filter(f -> !CompareRows.below(f))
                .map(CompareWords::fact)
                .forEach(words::add);
        if (section.body() == null && section.changes() > 0) {
            words.addAll(0, kinds(section));
        }
        if (words.isEmpty() && section.changes() == 0 && section.part() != Section.Part.TIMING) {
            words.add(Messages.text(section.lines().isEmpty() ? "compare.none" : "compare.equal"));
        }
        return String.join(", ", words);
    }

    private static List<String> kinds(Section section) {
        List<String> words = new ArrayList<>();
        for (DiffKind kind : DiffKind.values()) {
            long number = section.lines().stream().filter(l -> l.kind() == kind).count();
            if (kind != DiffKind.KEPT && number > 0) {
                words.add(Messages.text("compare.kind." + kind.name().toLowerCase(Locale.ROOT), number));
            }
        }
        return words;
    }

    /** Whether the two are of the same request. */
    static String alike(Comparison comparison) {
        Section start = comparison.sections().getFirst();
        boolean same = IntStream.range(0, start.lines().size())
                .mapToObj(start.lines()::get)
                .filter(l ->
                        List.of("method", "origin", "path").contains(l.label().name()))
                .noneMatch(Line::changed);
        return Messages.text(same ? "compare.sameRequest" : "compare.otherRequest");
    }

    static String method(Exchange exchange) {
        return switch (exchange) {
            case HttpExchange x ->
                x.heads().requestReceived() == null ? "" : method(x.heads().requestReceived());
            case TunnelExchange x -> "CONNECT";
            case FailedHandshake x -> "CONNECT";
        };
    }

    private static String method(RequestHead head) {
        return Plain.line(head.method());
    }

    /** Path and query, or the target of a tunnel. */
    static String target(Exchange exchange) {
        return switch (exchange) {
            case HttpExchange x -> {
                RequestHead head = x.heads().requestReceived();
                String target = head == null ? "" : head.target();
                int scheme = target.indexOf("://");
                int slash = scheme < 0 ? 0 : target.indexOf('/', scheme + 3);
                yield Plain.line(slash < 0 ? "/" : target.substring(slash));
            }
            case TunnelExchange x -> x.target().toString();
            case FailedHandshake x -> x.target().toString();
        };
    }

    static String origin(Exchange exchange) {
        return exchange instanceof HttpExchange x && x.origin() != null
                ? Plain.line(x.origin().toString())
                : "";
    }

    /** The status, or how it stands without one. */
    static String status(Exchange exchange) {
        ResponseHead head = exchange instanceof HttpExchange x ? x.heads().response() : null;
        return head != null
                ? "" + head.status()
                : switch (exchange.outcome()) {
                    case Outcome.Pending p -> Messages.text("compare.pending");
                    case Outcome.Failed f -> Messages.text("compare.failed");
                    case Outcome.Interrupted i -> Messages.text("compare.interrupted");
                    case Outcome.Completed c -> Messages.text("compare.tunnel");
                };
    }

    /** {@code s1} to {@code s5}. */
    static String tint(Exchange exchange) {
        ResponseHead head = exchange instanceof HttpExchange x ? x.heads().response() : null;
        return head != null
                ? "s" + Math.clamp(head.status() / 100, 1, 5)
                : exchange.outcome() instanceof Outcome.Failed ? "s5" : "s1";
    }

    static boolean replayed(Exchange exchange) {
        return exchange instanceof HttpExchange x
                && (x.source() instanceof Source.Replayed || x.source() instanceof Source.Sent);
    }

    /** {@code captured 21:41:07, 88 ms, 12.4 KB}. */
    String about(Exchange exchange) {
        List<String> words = new ArrayList<>();
        String clock = Figures.clock(micros(exchange.started()), zone);
        Source source = exchange instanceof HttpExchange x ? x.source() : Source.CAPTURED;
        words.add(
                switch (source) {
                    case Source.Captured c -> Messages.text("compare.captured", clock);
                    case Source.Replayed r ->
                        Messages.text("compare.replay", r.original().toString(), clock);
                    case Source.Sent s ->
                        s.original() == null
                                ? Messages.text("compare.sent", clock)
                                : Messages.text("compare.sentFrom", s.original().toString(), clock);
                    case Source.Validated v ->
                        Messages.text("compare.validation", v.original().toString(), clock);
                    case Source.Imported i -> Messages.text("compare.imported", clock);
                });
        exchange.timings().at(Mark.RETURN_END).ifPresent(nanos -> words.add(Figures.duration(nanos / 1000)));
        if (exchange instanceof HttpExchange x) {
            words.add(Figures.size(x.responseBytes()));
        }
        return String.join(", ", words);
    }

    private static long micros(Instant instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }

    /** All of it as a unified diff. */
    String unified(Comparison comparison) {
        return ComparisonText.of(
                comparison,
                named(comparison.a().exchange()),
                named(comparison.b().exchange()),
                CompareWords::title,
                label -> name(label).whole(),
                Messages.text("compare.copy.cut"));
    }

    private String named(Exchange exchange) {
        return exchange.id() + " " + method(exchange) + " " + origin(exchange) + target(exchange) + ", "
                + about(exchange);
    }

    /** A row in words, for those who do not see colours and columns. */
    static String sentence(CompareRow row) {
        return switch (row) {
            case CompareRow.Head h ->
                title(h.section().part()) + ", "
                        + Messages.text("compare.changes", h.section().changes()) + ", " + about(h.section());
            case CompareRow.Pair p -> sentence(p);
            case CompareRow.Gap g -> gap(g);
            case CompareRow.Said s -> fact(s.fact());
            case CompareRow.Pictures p -> Messages.text("compare.pictures");
        };
    }

    static String gap(CompareRow.Gap gap) {
        return Messages.text("compare.gap", gap.to() - gap.from());
    }

    private static String sentence(CompareRow.Pair pair) {
        Line line = pair.line();
        String kind = Messages.text("hops.kind." + line.kind().name().toLowerCase(Locale.ROOT));
        Line.Cell a = line.a();
        Line.Cell b = line.b();
        String text = a != null ? a.text() : b != null ? b.text() : "";
        String now = a != null && b != null && !a.text().equals(b.text())
                ? ", " + Messages.text("hops.kind.now", b.text())
                : "";
        String remark = line.remark() == null ? "" : ". " + fact(line.remark());
        return kind + ": " + name(line.label()).whole() + ": " + Plain.line(text + now) + remark;
    }

    /** A row to copy: both sides of a line that differs, else its text. */
    static String copied(CompareRow row) {
        if (!(row instanceof CompareRow.Pair pair)) {
            return sentence(row);
        }
        Line line = pair.line();
        List<String> texts = new ArrayList<>();
        if (line.a() != null && pair.sides() != CompareRow.Sides.B) {
            texts.add(line.a().text());
        }
        if (line.b() != null && pair.sides() != CompareRow.Sides.A && (line.changed() || texts.isEmpty())) {
            texts.add(line.b().text());
        }
        return String.join("\n", texts);
    }
}
