package dev.hopscope.ui.table;

import dev.hopscope.capture.ExchangeLog;
import dev.hopscope.capture.ExchangeRow;
import dev.hopscope.exchange.ExchangeId;
import java.util.List;
import java.util.stream.LongStream;

/** Rows and changes for tests. */
public final class Rows {
    /** 2026-11-23 21:40:52 UTC, in microseconds. */
    public static final long BASE = 1_795_470_052_000_000L;

    private Rows() {}

    public static ExchangeRow.Builder get(long id) {
        return ExchangeRow.builder(id)
                .started(BASE + id * 1000)
                .state(ExchangeRow.State.COMPLETED)
                .client("curl")
                .method("GET")
                .status(200)
                .target("https", "api.shop.example", 443)
                .path("/v1/items/" + id, false)
                .protocol("1.1")
                .type("JSON")
                .bytes(0, 100 + id)
                .duration(1000 * (id % 100 + 1))
                .shares(100, 500, 200)
                .opened(true);
    }

    public static ExchangeRow row(long id) {
        return get(id).build();
    }

    public static ExchangeRow tunnel(long id, boolean opened) {
        return ExchangeRow.builder(id)
                .started(BASE + id * 1000)
                .kind(ExchangeRow.Kind.TUNNEL)
                .state(ExchangeRow.State.COMPLETED)
                .client("chromium")
                .method("CONNECT")
                .status(200)
                .target("", "push.mozilla.example", 443)
                .bytes(500, 8400)
                .duration(64_100_000)
                .opened(opened)
                .cause(opened ? null : "ignored-host: push")
                .build();
    }

    public static ExchangeLog.Changes appended(ExchangeRow... rows) {
        return new ExchangeLog.Changes(false, List.of(rows), List.of(), List.of(), false);
    }

    public static ExchangeLog.Changes replaced(ExchangeRow... rows) {
        return new ExchangeLog.Changes(false, List.of(), List.of(rows), List.of(), false);
    }

    public static ExchangeLog.Changes removed(long... ids) {
        return new ExchangeLog.Changes(
                false,
                List.of(),
                List.of(),
                LongStream.of(ids).mapToObj(ExchangeId::new).toList(),
                false);
    }

    public static ExchangeLog.Changes cleared() {
        return new ExchangeLog.Changes(true, List.of(), List.of(), List.of(), false);
    }
}
