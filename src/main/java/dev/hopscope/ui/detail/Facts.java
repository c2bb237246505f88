package dev.hopscope.ui.detail;

import dev.hopscope.exchange.BodyRef;
import dev.hopscope.exchange.Exchange;
import dev.hopscope.exchange.ExchangeId;
import dev.hopscope.exchange.FailedHandshake;
import dev.hopscope.exchange.HeaderChange;
import dev.hopscope.exchange.HttpExchange;
import dev.hopscope.exchange.Outcome;
import dev.hopscope.exchange.Source;
import dev.hopscope.exchange.TunnelExchange;
import dev.hopscope.ui.cache.CacheReport;
import dev.hopscope.ui.kit.Figures;
import dev.hopscope.ui.kit.Messages;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The facts of an exchange that deserve a line. Pure functions, any thread. */
final class Facts {
    /** Changed lines that are named; the others are counted. */
    private static final int NAMED = 2;

    private Facts() {}

    static List<Fact> of(Exchange exchange) {
        List<Fact> facts = new ArrayList<>();
        switch (exchange) {
            case HttpExchange http -> http(http, facts);
            case TunnelExchange tunnel -> tunnel(tunnel, facts);
            case FailedHandshake handshake -> {
                if (handshake.sni() != null) {
                    facts.add(fact("bi-tag", "detail.fact.sni", handshake.sni()));
                }
            }
        }
        if (exchange.outcome() instanceof Outcome.Interrupted) {
            facts.add(fact("bi-exclamation-triangle", "detail.fact.interrupted"));
        }
        if (exchange.parent() != null) {
            facts.add(fact("bi-arrow-return-right", "detail.fact.parent", exchange.parent()));
        }
        return List.copyOf(facts);
    }

    private static void http(HttpExchange x, List<Fact> facts) {
        if (!x.changes().isEmpty()) {
            facts.add(new Fact(
                    "bi-diagram-2",
                    Messages.text("detail.fact.changed", x.changes().size()),
                    changed(x.changes()),
                    "hops"));
        }
        CacheReport caches = CacheReport.of(x);
        if (!caches.badge().isEmpty()) {
            facts.add(new Fact("bi-hdd-stack", caches.badge(), caches.verdict(), "cache"));
        }
        if (x.answeredHere() && x.outcome() instanceof Outcome.Completed) {
            facts.add(fact("bi-house", "detail.fact.answeredHere"));
        }
        if (!x.interim().isEmpty()) {
            String codes =
                    String.join(", ", x.interim().stream().map(Wording::status).toList());
            facts.add(new Fact(
                    "bi-three-dots",
                    Messages.text("detail.fact.interim", x.interim().size()),
                    codes));
        }
        switch (x.source()) {
            case Source.Captured c -> {}
            case Source.Replayed r -> facts.add(fact("bi-arrow-repeat", "detail.fact.replay", r.original()));
            case Source.Sent s -> {
                ExchangeId from = s.original();
                facts.add(
                        from == null
                                ? fact("bi-cursor", "detail.fact.sent")
                                : fact("bi-cursor", "detail.fact.sentFrom", from));
            }
            case Source.Validated v -> facts.add(fact("bi-check2-circle", "detail.fact.validated", v.original()));
            case Source.Imported i -> facts.add(fact("bi-box-arrow-in-down", "detail.fact.imported", i.from()));
        }
        cutShort(x.requestBody(), "detail.fact.requestCut", facts);
        cutShort(x.responseBody(), "detail.fact.responseCut", facts);
    }

    private static void cutShort(@Nullable BodyRef body, String key, List<Fact> facts) {
        if (body != null && body.cutShort()) {
            facts.add(fact("bi-scissors", key, Figures.size(body.recorded()), Figures.size(body.length())));
        }
    }

    private static void tunnel(TunnelExchange x, List<Fact> facts) {
        facts.add(fact(
                "bi-arrow-down-up",
                "detail.fact.tunnelBytes",
                Figures.size(x.requestBytes()),
                Figures.size(x.responseBytes())));
        facts.add(x.sni() != null ? fact("bi-tag", "detail.fact.sni", x.sni()) : fact("bi-tag", "detail.fact.noSni"));
        if (x.passed() != null) {
            facts.add(new Fact("bi-lock-fill", Messages.text("detail.fact.notOpened"), Wording.passReason(x.passed())));
        }
    }

    /** {@code Via added, Connection removed, 5 more}. */
    private static String changed(List<HeaderChange> changes) {
        Set<String> names = new LinkedHashSet<>();
        int named = 0;
        for (HeaderChange change : changes) {
            if (named == NAMED) {
                break;
            }
            if (names.add(Messages.text(
                    "detail.change." + change.kind().name().toLowerCase(java.util.Locale.ROOT), line(change)))) {
                named++;
            }
        }
        String first = String.join(", ", names);
        return changes.size() > named ? Messages.text("detail.fact.more", first, changes.size() - named) : first;
    }

    /** The field's name, or what part of the start line it is. */
    private static String line(HeaderChange change) {
        return change.part() == HeaderChange.Part.START_LINE
                ? Messages.text("detail.line." + change.name().substring(1))
                : change.name();
    }

    private static Fact fact(String icon, String key, Object... arguments) {
        return new Fact(icon, Messages.text(key + ".what"), Messages.text(key + ".more", arguments));
    }
}
