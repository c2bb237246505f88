package dev.hopscope.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BackgroundTest {
    private final List<Object> seen = new ArrayList<>();

    @Test
    void whatIsAskedAfterClosingIsNeitherDoneNorAFault() {
        Background background = new Background();
        Lane lane = background.lane();
        background.close();

        lane.ask(progress -> seen.add("asked"), seen::add, seen::add);
        background.run(() -> seen.add("run"), seen::add, seen::add);

        assertThat(seen).isEmpty();
    }
}
