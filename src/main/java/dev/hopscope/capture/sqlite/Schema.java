package dev.hopscope.capture.sqlite;

import dev.hopscope.exchange.Direction;
import java.util.List;

/** The shape of a session file, version {@value #VERSION}, as docs/session-file.md explains it. Constants only. */
final class Schema {
    /** {@code HOPS} in ASCII. */
    static final int APPLICATION_ID = 0x484F5053;

    static final int VERSION = 1;
    static final int PAGE = 8192;

    static final String EXCHANGE = """
        CREATE TABLE exchange (
          id INTEGER PRIMARY KEY,
          kind INTEGER NOT NULL,
          state INTEGER NOT NULL,
          started INTEGER NOT NULL,
          flags INTEGER NOT NULL,
          client TEXT,
          method TEXT,
          status INTEGER,
          scheme TEXT,
          host TEXT,
          port INTEGER,
          path TEXT,
          protocol TEXT,
          type TEXT,
          request_bytes INTEGER NOT NULL,
          response_bytes INTEGER NOT NULL,
          duration INTEGER NOT NULL,
          setup INTEGER NOT NULL,
          wait INTEGER NOT NULL,
          receive INTEGER NOT NULL,
          request_changes INTEGER NOT NULL,
          response_changes INTEGER NOT NULL,
          cause TEXT,
          parent INTEGER,
          original INTEGER,
          client_connection INTEGER NOT NULL,
          client_nth INTEGER NOT NULL,
          origin_connection INTEGER,
          origin_nth INTEGER,
          request_body_length INTEGER,
          request_body_recorded INTEGER,
          response_body_length INTEGER,
          response_body_recorded INTEGER,
          request_received,
          request_forwarded,
          response_received,
          response_returned,
          interim,
          trailers,
          changes TEXT,
          timings TEXT,
          failure_phase TEXT,
          failure_code TEXT,
          failure_detail TEXT,
          pass_code TEXT,
          pass_detail TEXT,
          sni TEXT,
          upgraded_to TEXT,
          imported_from TEXT,
          unreadable
        )\
        """;

    /** Holds only what is under way, so it costs a finished exchange nothing. */
    static final String PENDING = "CREATE INDEX exchange_pending ON exchange(id) WHERE state = 0";

    static final String CONNECTION = """
        CREATE TABLE connection (
          key INTEGER PRIMARY KEY,
          id INTEGER NOT NULL,
          local_host TEXT NOT NULL,
          local_port INTEGER NOT NULL,
          remote_host TEXT NOT NULL,
          remote_port INTEGER NOT NULL,
          opened INTEGER NOT NULL,
          tls_version TEXT,
          cipher_suite TEXT,
          alpn TEXT,
          sni TEXT,
          certificates BLOB,
          process TEXT,
          pid INTEGER,
          via_host TEXT,
          via_port INTEGER
        )\
        """;

    static final String CERTIFICATE = """
        CREATE TABLE certificate (
          sha256 BLOB PRIMARY KEY,
          der BLOB NOT NULL
        )\
        """;

    static final String BODY = """
        CREATE TABLE body (
          id INTEGER PRIMARY KEY,
          octets BLOB NOT NULL
        )\
        """;

    static final List<String> TABLES = List.of(EXCHANGE, CONNECTION, CERTIFICATE, BODY);
    static final List<String> ALL = List.of(EXCHANGE, PENDING, CONNECTION, CERTIFICATE, BODY);

    static final int OPENED = 1;
    static final int ANSWERED_HERE = 2;
    static final int UPGRADED = 4;
    static final int PATH_CUT = 8;
    static final int DECIDED = 16;
    static final int NOTABLE = 32;
    static final int VALIDATED = 64;
    /** With {@link #WRITTEN} as it was written by the user or where a response led, else a replay. */
    static final int SENT_HERE = 128;

    static final int WRITTEN = 256;

    private static final int NUMBER_BITS = 24;
    private static final int BODY_BITS = NUMBER_BITS + 1;
    /** Pieces a body may have. */
    static final int PIECES = 1 << NUMBER_BITS;
    /** The highest exchange whose bodies have keys. */
    static final long LAST_EXCHANGE = Long.MAX_VALUE >> BODY_BITS;

    private Schema() {}

    /** The key of a piece of a body: exchange, then direction, then number. */
    static long bodyKey(long exchange, Direction direction, int number) {
        return exchange << BODY_BITS | (long) direction.ordinal() << NUMBER_BITS | number;
    }
}
