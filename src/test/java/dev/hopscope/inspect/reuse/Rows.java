package dev.hopscope.inspect.reuse;

import dev.hopscope.caching.HttpDate;
import dev.hopscope.exchange.BodyRef;
import dev.hopscope.exchange.ConnectionInfo;
import dev.hopscope.exchange.ConnectionUse;
import dev.hopscope.exchange.Direction;
import dev.hopscope.exchange.Endpoint;
import dev.hopscope.exchange.ExchangeId;
import dev.hopscope.exchange.Headers;
import dev.hopscope.exchange.Heads;
import dev.hopscope.exchange.HttpExchange;
import dev.hopscope.exchange.HttpVersion;
import dev.hopscope.exchange.Mark;
import dev.hopscope.exchange.Origin;
import dev.hopscope.exchange.Outcome;
import dev.hopscope.exchange.RequestHead;
import dev.hopscope.exchange.ResponseHead;
import dev.hopscope.exchange.Source;
import dev.hopscope.exchange.Timings;
import dev.hopscope.exchange.Trailers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Rows of one URL, made one after the other, each 100 ms long and with a Date of its own: for tests. */
public final class Rows {
    public static final Instant START = Instant.parse("2026-03-01T12:00:00Z");
    private static final long MILLIS = 1_000_000;

    private final List<HttpExchange> rows = new ArrayList<>();
    private final Map<ExchangeId, String> contents = new HashMap<>();

    /** A row that is being made. */
    public final class Row {
        private final long second;
        private String method = "GET";
        private String client = "10.0.0.5";
        private String url = "/list?page=2";
        private String[] asked = {};
        private int status = 200;
        private long millis = 100;
        private boolean date = true;
        private Outcome outcome = Outcome.COMPLETED;

        private Row(long second) {
            this.second = second;
        }

        public Row method(String name) {
            method = name;
            return this;
        }

        public Row client(String address) {
            client = address;
            return this;
        }

        public Row url(String target) {
            url = target;
            return this;
        }

        public Row asks(String... fields) {
            asked = fields;
            return this;
        }

        public Row takes(long milliseconds) {
            millis = milliseconds;
            return this;
        }

        public Row status(int code) {
            status = code;
            return this;
        }

        public Row undated() {
            date = false;
            return this;
        }

        public Row cut() {
            outcome = Outcome.INTERRUPTED;
            return this;
        }

        /** @param content as text; empty for none */
        public HttpExchange gets(String content, String... fields) {
            return add(this, content, fields);
        }
    }

    /** @param second after {@link #START} */
    public Row at(long second) {
        return new Row(second);
    }

    private HttpExchange add(Row row, String content, String... fields) {
        ExchangeId id = new ExchangeId(rows.size() + 1);
        Instant started = START.plusSeconds(row.second);
        Headers.Builder lines = Headers.builder();
        if (row.date) {
            lines.add("Date", HttpDate.format(started));
        }
        for (int i = 0; i < fields.length; i += 2) {
            lines.add(fields[i], fields[i + 1]);
        }
        RequestHead request = new RequestHead(row.method, row.url, HttpVersion.HTTP_1_1, Headers.of(row.asked));
        ResponseHead response = new ResponseHead(HttpVersion.HTTP_1_1, row.status, "", lines.build());
        Timings timings = Timings.NONE
                .with(Mark.REQUEST_HEAD, 0)
                .with(Mark.FORWARD_HEAD, 0)
                .with(Mark.RESPONSE_HEAD, 0)
                .with(Mark.RESPONSE_END, row.millis * MILLIS);
        Endpoint local = new Endpoint("127.0.0.1", 8888);
        ConnectionInfo client =
                new ConnectionInfo(1, local, new Endpoint(row.client, 50_000), started, null, null, null);
        HttpExchange made = new HttpExchange(
                id,
                started,
                0,
                new ConnectionUse(client, 1),
                null,
                Source.CAPTURED,
                new Origin("https", "shop.example", 443),
                null,
                new Heads(request, request, response, response),
                List.of(),
                Trailers.NONE,
                List.of(),
                null,
                null,
                content.isEmpty() ? null : new BodyRef(id, Direction.RESPONSE, content.length(), content.length()),
                0,
                content.length(),
                null,
                timings,
                row.outcome);
        rows.add(made);
        if (!content.isEmpty()) {
            contents.put(id, content);
        }
        return made;
    }

    public List<HttpExchange> all() {
        return rows;
    }

    /** Seen from the row that was made last. */
    AcrossRows across() {
        return across(rows.getLast());
    }

    AcrossRows across(HttpExchange seen) {
        return Objects.requireNonNull(AcrossRows.of(seen, rows, x -> contents.get(x.id()), () -> true));
    }
}
