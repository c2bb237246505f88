package dev.hopscope.ui.copyas;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hopscope.exchange.Headers;
import dev.hopscope.exchange.HttpVersion;
import dev.hopscope.exchange.Origin;
import dev.hopscope.inspect.body.BodyRendering;
import dev.hopscope.interchange.code.CodeTargets;
import dev.hopscope.replay.Content;
import dev.hopscope.replay.RequestDraft;
import dev.hopscope.ui.kit.Background;
import dev.hopscope.ui.kit.Memory;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the pane shows for a choice, and what is remembered of it. */
class CopyAsModelTest {
    private final Map<String, String> kept = new HashMap<>();
    private final Memory memory = new Memory() {
        @Override
        public String get(String key) {
            return kept.get(key);
        }

        @Override
        public void put(String key, String value) {
            kept.put(key, value);
        }
    };
    private final Background background = new Background(Runnable::run, Runnable::run);
    private final List<Exception> failures = new ArrayList<>();
    private int reads;

    private CopyAsModel model(ChosenRequests requests) {
        return new CopyAsModel(
                new CopyAsChoice(memory),
                background,
                () -> {
                    reads++;
                    return requests;
                },
                failures::add);
    }

    private static ChosenRequests one() {
        return new ChosenRequests(
                List.of(new RequestDraft(
                        new Origin("https", "a.example", 443),
                        "GET",
                        "/x",
                        HttpVersion.HTTP_1_1,
                        Headers.of("Cookie", "sid=1"),
                        Content.EMPTY)),
                null);
    }

    @Test
    void theTextIsWrittenAnewForEachChoiceAndTheRequestReadOnce() {
        CopyAsModel model = model(one());
        assertThat(model.text()).startsWith("curl https://a.example/x").contains("sid=1");
        model.targetProperty().set(CodeTargets.byId("go").orElseThrow());
        assertThat(model.text()).startsWith("package main");
        model.maskedProperty().set(true);
        assertThat(model.text()).contains("sid=***");
        assertThat(reads).isEqualTo(1);
    }

    @Test
    void whatWasCopiedAndTheSwitchAreTheNextChoice() {
        CopyAsModel model = model(one());
        model.targetProperty().set(CodeTargets.byId("ruby").orElseThrow());
        model.maskedProperty().set(true);
        assertThat(new CopyAsChoice(memory).last().card().id()).isEqualTo("curl");
        model.used();
        assertThat(new CopyAsChoice(memory).last().card().id()).isEqualTo("ruby");
        assertThat(new CopyAsChoice(memory).masks()).isTrue();
    }

    @Test
    void aRequestThatCannotBeHadIsANoteAndNoText() {
        CopyAsModel model = model(new ChosenRequests(List.of(), "It is a tunnel."));
        assertThat(model.text()).isNull();
        assertThat(model.notes()).containsExactly("It is a tunnel.");
    }

    @Test
    void aSessionThatCannotBeReadIsToldOnce() {
        CopyAsModel model = new CopyAsModel(
                new CopyAsChoice(memory),
                background,
                () -> {
                    throw new IOException("The disk is gone");
                },
                failures::add);
        assertThat(failures).hasSize(1);
        assertThat(model.text()).isNull();
    }

    @Test
    void aLongLineIsFoldedToBeDrawn() {
        BodyRendering.Text text = CodeLines.of("a".repeat(9_000) + "\nb\n");
        assertThat(text.text().lines()).hasSize(4);
        assertThat(text.continued()).containsExactly(1, 2);
    }
}
