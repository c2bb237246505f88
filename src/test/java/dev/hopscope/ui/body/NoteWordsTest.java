package dev.hopscope.ui.body;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hopscope.inspect.body.BodyView;
import dev.hopscope.inspect.body.BodyViews;
import dev.hopscope.inspect.body.Note;
import dev.hopscope.ui.kit.Messages;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class NoteWordsTest {
    static List<String> views() {
        return BodyViews.ALL.stream().map(BodyView::id).toList();
    }

    @ParameterizedTest
    @MethodSource("views")
    void everyViewHasAName(String id) {
        assertThat(Messages.bundle().containsKey("body.view." + id)).isTrue();
    }

    @Test
    void countsAreSaidInTheSingularToo() {
        assertThat(NoteWords.of(List.of(Note.of("parts", 1), Note.of("parts", 2000), Note.of("rows", 0))))
                .containsExactly("1 part", "2,000 parts", "no fields");
    }
}
