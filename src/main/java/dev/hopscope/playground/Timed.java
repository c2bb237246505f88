package dev.hopscope.playground;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** What takes its time, within bounds. On the connection's thread, which waits. */
final class Timed {
    private static final int MOST_MILLIS = 10_000;

    static final List<Resource> ALL = List.of(
            Resource.at("slow", "/slow?ms=1500", Timed::slow),
            Resource.at("stream", "/stream", Timed::stream),
            Resource.at("events", "/events", Timed::events),
            Resource.at("drip", "/drip", Timed::drip));

    private Timed() {}

    private static void slow(PlayRequest request, Wire wire) throws IOException {
        int millis = request.number("ms", 1_500, 0, MOST_MILLIS);
        Wire.pause(Duration.ofMillis(millis));
        wire.send(200, "text/plain; charset=utf-8", "After " + millis + " ms.\n");
    }

    private static void stream(PlayRequest request, Wire wire) throws IOException {
        wire.chunked(200, "application/x-ndjson", "Trailer: X-Lines");
        for (int i = 1; i <= 6; i++) {
            wire.chunk("{\"line\":" + i + ",\"of\":6}\n");
            Wire.pause(Duration.ofMillis(120));
        }
        wire.end("X-Lines: 6");
    }

    private static void events(PlayRequest request, Wire wire) throws IOException {
        wire.chunked(200, "text/event-stream", "Cache-Control: no-store");
        for (int i = 1; i <= 5; i++) {
            wire.chunk("id: " + i + "\nevent: hop\ndata: {\"hop\":" + i + "}\n\n");
            Wire.pause(Duration.ofMillis(250));
        }
        wire.end();
    }

    /** A body that comes bit by bit, ended by the end of the connection. */
    private static void drip(PlayRequest request, Wire wire) throws IOException {
        wire.head(200, "Connection: close");
        wire.line("Content-Type: text/plain; charset=utf-8");
        wire.line("");
        for (int i = 0; i < 8 && !request.head(); i++) {
            wire.line("drop " + i);
            wire.raw(new byte[0]);
            Wire.pause(Duration.ofMillis(100));
        }
        wire.close();
    }
}
