package dev.hopscope.ui.detail;

import dev.hopscope.inspect.body.BodySample;
import dev.hopscope.inspect.body.Decoded;
import dev.hopscope.ui.body.NoteWords;
import dev.hopscope.ui.kit.Figures;
import dev.hopscope.ui.kit.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Says what is shown of a body and what was done to its bytes. Pure functions, any thread. */
final class BodyWords {
    private BodyWords() {}

    /** {@code 12.4 KB}; {@code gzip, 3.1 KB → 12.4 KB}; then what was cut or failed. */
    static String of(BodyModel.Ready ready) {
        if (ready.view().id().equals("query")) {
            return String.join(" \u00b7 ", NoteWords.of(ready.rendering().notes()));
        }
        BodySample sample = ready.sample();
        Decoded decoded = sample.decoded();
        List<String> words = new ArrayList<>();
        String done = decoded.steps().stream()
                .filter(s -> s.state() == Decoded.State.DONE)
                .map(Decoded.Step::coding)
                .collect(Collectors.joining(", "));
        String shown = Figures.size(sample.bytes().length);
        boolean part = decoded.end() == Decoded.End.SIZE_CAP;
        if (!done.isEmpty() && part) {
            words.add(Messages.text(
                    "body.decodedSoFar", done, Figures.size(decoded.encoded()), Figures.size(sample.length())));
            words.add(Messages.text("body.first", shown));
        } else if (!done.isEmpty()) {
            words.add(Messages.text("body.decoded", done, Figures.size(sample.length()), shown));
        } else {
            words.add(
                    part
                            ? Messages.text("body.part", shown, Figures.size(sample.length()))
                            : Figures.size(sample.length()));
        }
        if (sample.cutShort()) {
            words.add(Messages.text(
                    "body.cutShort", Figures.size(sample.recorded().size()), Figures.size(sample.length())));
        }
        decoded.steps().forEach(step -> step(step, decoded, sample, words));
        words.addAll(NoteWords.of(ready.rendering().notes()));
        return String.join(" \u00b7 ", words);
    }

    /** {@code Saved 3.1 KB: gzip ends early, what came before was kept}. */
    static String of(BodySaver.Saved saved) {
        String words = fared(saved);
        return saved.recorded() == saved.length()
                ? words
                : Messages.text(
                        "body.saved.cutShort", words, Figures.size(saved.recorded()), Figures.size(saved.length()));
    }

    private static String fared(BodySaver.Saved saved) {
        String size = Figures.size(saved.octets());
        Decoded how = saved.how();
        if (how == null) {
            return Messages.text("body.saved.asPassed", size);
        }
        for (Decoded.Step step : how.steps()) {
            switch (step.state()) {
                case DONE -> {}
                case UNKNOWN, NOT_REACHED -> {
                    return Messages.text("body.saved.unknown", size, step.coding());
                }
                case FAILED -> {
                    return Messages.text("body.saved." + kept(how, saved.asPassed()), size, step.coding());
                }
            }
        }
        return Messages.text("body.saved", size);
    }

    private static String kept(Decoded how, boolean asPassed) {
        return switch (how.end()) {
            case ENDS_EARLY -> "endsEarly";
            case RATIO_CAP -> "bomb";
            case CORRUPT, COMPLETE, SIZE_CAP -> asPassed ? "undecodable" : "broken";
        };
    }

    private static void step(Decoded.Step step, Decoded decoded, BodySample sample, List<String> words) {
        String shown = Figures.size(sample.bytes().length);
        switch (step.state()) {
            case DONE -> {}
            case UNKNOWN -> words.add(Messages.text("body.coding.unknown", step.coding()));
            case NOT_REACHED -> words.add(Messages.text("body.coding.notReached", step.coding()));
            case FAILED ->
                words.add(
                        switch (decoded.end()) {
                            case RATIO_CAP ->
                                Messages.text(
                                        "body.coding.bomb", shown, dev.hopscope.inspect.body.ContentDecoder.MAX_RATIO);
                            case ENDS_EARLY -> Messages.text("body.coding.endsEarly", step.coding());
                            case CORRUPT, COMPLETE, SIZE_CAP ->
                                decoded.encoded() == sample.bytes().length
                                        ? Messages.text("body.coding.failed", step.coding())
                                        : Messages.text("body.coding.corrupt", step.coding(), shown);
                        });
        }
    }
}
