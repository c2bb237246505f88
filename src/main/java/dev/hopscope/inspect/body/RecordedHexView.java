package dev.hopscope.inspect.body;

import java.util.List;

/** The bytes as they passed, content coding kept; offered where there is one. Any thread. */
final class RecordedHexView implements BodyView {
    @Override
    public String id() {
        return "recorded";
    }

    @Override
    public int priority(BodySample sample) {
        return sample.decoded().steps().isEmpty() ? 0 : 4;
    }

    @Override
    public BodyRendering render(BodySample sample) {
        return new BodyRendering.Hex(sample.recorded(), List.of());
    }
}
