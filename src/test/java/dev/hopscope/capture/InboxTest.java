package dev.hopscope.capture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hopscope.capture.Inbox.Octets;
import dev.hopscope.exchange.Direction;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class InboxTest {
    private final Inbox inbox = new Inbox(10_000);
    private final List<String> ran = new ArrayList<>();

    private void put(int octets) {
        inbox.put(new Octets(1, Direction.RESPONSE, new byte[octets]));
    }

    @Test
    void whoeverAsksWhileThereIsRoomGoesOnAtOnce() {
        put(9_000);
        inbox.whenBelow(() -> ran.add("resumed"));
        assertThat(inbox.over()).isFalse();
        assertThat(ran).containsExactly("resumed");
    }

    @Test
    void whoeverWaitsGoesOnOnlyWhenLessThanHalfIsLeft() {
        put(4_000);
        put(4_000);
        put(4_000);
        assertThat(inbox.over()).isTrue();
        inbox.whenBelow(() -> ran.add("resumed"));
        inbox.take();
        inbox.releaseIfBelow();
        assertThat(inbox.over()).isFalse();
        assertThat(ran).isEmpty();
        inbox.take();
        inbox.releaseIfBelow();
        assertThat(ran).containsExactly("resumed");
        inbox.releaseIfBelow();
        assertThat(ran).hasSize(1);
    }

    @Test
    void nothingIsRefusedBeyondTheBoundAndAllComesOutInOrder() {
        put(20_000);
        inbox.put(() -> ran.add("command"));
        put(1);
        assertThat(inbox.take())
                .isInstanceOfSatisfying(Octets.class, o -> assertThat(o.bytes()).hasSize(20_000));
        assertThat(inbox.take()).isInstanceOf(Inbox.Command.class);
        assertThat(inbox.take())
                .isInstanceOfSatisfying(Octets.class, o -> assertThat(o.bytes()).hasSize(1));
        assertThat(inbox.take()).isNull();
        assertThat(inbox.over()).isFalse();
    }

    @Test
    void whoeverPutsInOnlyCommandsWeighsNothing() {
        for (int i = 0; i < 1_000; i++) {
            inbox.put(() -> ran.add("command"));
        }
        assertThat(inbox.over()).isFalse();
    }
}
