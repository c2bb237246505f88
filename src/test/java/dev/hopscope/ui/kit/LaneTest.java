package dev.hopscope.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class LaneTest {
    private final Queue<Runnable> work = new ArrayDeque<>();
    private final Queue<Runnable> screen = new ArrayDeque<>();
    private final Lane lane = new Background(work::add, screen::add).lane();
    private final List<Object> seen = new ArrayList<>();

    @Test
    void anAnswerArrivesOnTheScreen() {
        lane.ask(progress -> "one", seen::add, seen::add);
        assertThat(lane.busyProperty().get()).isTrue();
        work.remove().run();
        assertThat(seen).isEmpty();
        drain(screen);
        assertThat(seen).containsExactly("one");
        assertThat(lane.busyProperty().get()).isFalse();
    }

    @Test
    void aLateAnswerIsDropped() {
        lane.ask(progress -> "one", seen::add, seen::add);
        work.remove().run();
        lane.ask(progress -> "two", seen::add, seen::add);
        drain(screen);
        assertThat(seen).isEmpty();
        assertThat(lane.busyProperty().get()).isTrue();
        drain(work);
        drain(screen);
        assertThat(seen).containsExactly("two");
    }

    @Test
    void aQuestionNoLongerAskedIsNotWorkedOn() {
        lane.ask(
                progress -> {
                    throw new AssertionError("worked on");
                },
                seen::add,
                seen::add);
        lane.ask(progress -> "two", seen::add, seen::add);
        drain(work);
        drain(screen);
        assertThat(seen).containsExactly("two");
    }

    @Test
    void workUnderWayIsToldToStop() {
        lane.ask(
                progress -> {
                    seen.add(progress.report(0.1));
                    lane.cancel();
                    seen.add(progress.report(0.2));
                    return "late";
                },
                seen::add,
                seen::add);
        drain(work);
        drain(screen);
        assertThat(seen).containsExactly(true, false);
        assertThat(lane.busyProperty().get()).isFalse();
    }

    @Test
    void aFailureIsTold() {
        lane.ask(
                progress -> {
                    throw new java.io.IOException("gone");
                },
                seen::add,
                e -> seen.add(e.getMessage()));
        drain(work);
        drain(screen);
        assertThat(seen).containsExactly("gone");
    }

    @Test
    void progressIsShownWhileItRuns() {
        lane.ask(
                progress -> {
                    progress.report(0.5);
                    return "";
                },
                seen::add,
                seen::add);
        drain(work);
        screen.remove().run();
        assertThat(lane.progressProperty().get()).isEqualTo(0.5);
    }

    private static void drain(Queue<Runnable> queue) {
        for (Runnable next = queue.poll(); next != null; next = queue.poll()) {
            next.run();
        }
    }
}
