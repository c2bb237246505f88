package dev.hopscope.inspect.body;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class QueryViewTest {

    @Test
    void fieldsOfTheQueryAreATable() {
        BodySample sample = BodySample.ofQuery("q=green+tea&tag=%C3%A4&tag=b&flag");

        assertThat(BodyViews.suiting(sample)).extracting(BodyView::id).containsExactly("query");
        assertThat(((BodyRendering.Table) Samples.view("query").render(sample)).rows())
                .containsExactly(
                        List.of("q", "green tea"), List.of("tag", "\u00e4"), List.of("tag", "b"), List.of("flag", ""));
    }
}
