package dev.hopscope.inspect.compare;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Two exchanges laid side by side, section by section. Immutable, any thread. Made on a background thread, since it reads both bodies.
 */
public record Comparison(Subject a, Subject b, List<Section> sections) {
    /**
     * Compares.
     *
     * @throws IOException where a body cannot be read from the session file
     * @throws java.util.concurrent.CancellationException where {@code progress} says that the answer is no longer wanted
     */
    public static Comparison of(Subject a, Subject b, CompareOptions options, Progress progress) throws IOException {
        List<Section> sections = new ArrayList<>();
        sections.add(StartLines.of(a, b));
        sections.add(Parameters.query(a, b, options.ignoreOrder()));
        sections.add(FieldSections.of(Section.Part.REQUEST_HEADERS, a.requestMessage(), b.requestMessage(), options));
        sections.add(
                FieldSections.of(Section.Part.RESPONSE_HEADERS, a.responseMessage(), b.responseMessage(), options));
        sections.add(Cookies.of(a, b, options.ignoreOrder()));
        sections.add(BodySections.of(Section.Part.REQUEST_BODY, a, b, options, progress.part(0, 0.3)));
        sections.add(BodySections.of(Section.Part.RESPONSE_BODY, a, b, options, progress.part(0.3, 1)));
        sections.add(TimingLines.of(a, b));
        return new Comparison(a, b, List.copyOf(sections));
    }

    /** Changes in all sections. */
    public int changes() {
        return sections.stream().mapToInt(Section::changes).sum();
    }
}
