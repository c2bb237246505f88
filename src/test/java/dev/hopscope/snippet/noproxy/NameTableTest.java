package dev.hopscope.snippet.noproxy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** Names from a table, as files of cases write it. */
class NameTableTest {
    private static final NameTable TABLE = NameTable.of(Map.of(
            "*.localhost, localhost.", "127.0.0.1",
            "loop.test", "127.0.0.1",
            "in10.test", "10.1.2.3",
            "every other name", "203.0.113.80"));

    @Test
    void aKeyMayHoldSeveralPatterns() {
        assertThat(TABLE.addressOf("a.b.localhost")).isEqualTo("127.0.0.1");
        assertThat(TABLE.addressOf("localhost.")).isEqualTo("127.0.0.1");
    }

    @Test
    void aNameIsFoundInAnyCaseAndWithATrailingDot() {
        assertThat(TABLE.addressOf("IN10.test.")).isEqualTo("10.1.2.3");
    }

    @Test
    void everyOtherNameHasTheAddressOfTheRest() {
        assertThat(TABLE.addressOf("x.loop.test")).isEqualTo("203.0.113.80");
    }

    @Test
    void withoutATableOnlyTheLocalMachineIsKnown() {
        assertThat(NameTable.LOCAL.addressOf("foo.localhost")).isEqualTo("127.0.0.1");
        assertThat(NameTable.LOCAL.addressOf("example.com")).isNull();
    }
}
