package dev.hopscope.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import org.junit.jupiter.api.Test;

class ExchangeRowTest {
    private static final int ROWS = 200_000;

    @Test
    void aRowWithAPathOfSixtyCharactersCostsAtMostTwoHundredBytesOfHeap() {
        String compact = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
                .getVMOption("UseCompactObjectHeaders")
                .getValue();
        assumeThat(compact).as("compact object headers").isEqualTo("true");
        ExchangeRow[] rows = new ExchangeRow[ROWS];
        row(0);
        long before = heapInUse();
        for (int i = 0; i < ROWS; i++) {
            rows[i] = row(i);
        }
        long after = heapInUse();
        long slots = 4L * ROWS;

        assertThat((after - before + slots) / (double) ROWS).isBetween(100.0, 200.0);
        assertThat(rows[ROWS - 1].path()).hasSize(60);
    }

    @Test
    void aLongPathIsCutAndSaysSo() {
        ExchangeRow row =
                ExchangeRow.builder(1).path("/" + "x".repeat(400), false).build();

        assertThat(row.path()).hasSize(256);
        assertThat(row.pathCut()).isTrue();
    }

    @Test
    void aPathOfExactlyTheLimitIsWhole() {
        ExchangeRow row =
                ExchangeRow.builder(1).path("/" + "x".repeat(255), false).build();

        assertThat(row.path()).hasSize(256);
        assertThat(row.pathCut()).isFalse();
    }

    @Test
    void aPathKeepsEveryCharacter() {
        assertThat(ExchangeRow.builder(1)
                        .path("/\u00fc\u0000\u00ff", false)
                        .build()
                        .path())
                .isEqualTo("/\u00fc\u0000\u00ff");
        assertThat(ExchangeRow.builder(1).path("/\u4f60\u597d", false).build().path())
                .isEqualTo("/\u4f60\u597d");
    }

    @Test
    void equalHostsOfManyRowsAreOneString() {
        ExchangeRow first = ExchangeRow.builder(1)
                .target("http", copy("shared.example"), 80)
                .build();
        ExchangeRow second = ExchangeRow.builder(2)
                .target("http", copy("shared.example"), 80)
                .build();

        assertThat(first.host()).isSameAs(second.host());
    }

    @Test
    void shareTimesAreExactToTheMicrosecondAndPastHalfAnHourToTheMillisecond() {
        ExchangeRow row =
                ExchangeRow.builder(1).shares(1_999_999_999, 3_000_000_123L, 7).build();

        assertThat(row.setupMicros()).isEqualTo(1_999_999_999);
        assertThat(row.waitMicros()).isEqualTo(3_000_000_000L);
        assertThat(row.receiveMicros()).isEqualTo(7);
    }

    @Test
    void portsStatusesAndCountsUseTheirWholeRange() {
        ExchangeRow row = ExchangeRow.builder(Long.MAX_VALUE)
                .target("https", "h", 65535)
                .status(999)
                .changes(255, 300)
                .build();

        assertThat(row.id()).isEqualTo(Long.MAX_VALUE);
        assertThat(row.port()).isEqualTo(65535);
        assertThat(row.status()).isEqualTo(999);
        assertThat(row.requestChanges()).isEqualTo(255);
        assertThat(row.responseChanges()).isEqualTo(255);
    }

    private static ExchangeRow row(int i) {
        String number = Integer.toString(1_000_000 + i);
        return ExchangeRow.builder(i + 1)
                .started(1_700_000_000_000_000L + i)
                .state(ExchangeRow.State.COMPLETED)
                .client(copy("127.0.0.1"))
                .method(copy("GET"))
                .status(200)
                .target(copy("https"), copy("host-" + i % 500 + ".example"), 443)
                .path("/" + "p".repeat(52) + number, false)
                .protocol(copy("1.1"))
                .type(copy("JSON"))
                .bytes(10, 1024)
                .duration(1234)
                .shares(1, 2, 3)
                .opened(true)
                .parent(i / 2 + 1)
                .changes(3, 2)
                .build();
    }

    private static String copy(String text) {
        return new String(text.toCharArray());
    }

    private static long heapInUse() {
        MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
        System.gc();
        System.gc();
        return memory.getHeapMemoryUsage().getUsed();
    }
}
