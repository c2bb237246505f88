package dev.hopscope.inspect.body;

import java.util.List;

/** The bytes after content decoding; without a content coding all that was recorded, read on demand. Any thread. */
final class HexView implements BodyView {
    @Override
    public String id() {
        return "hex";
    }

    @Override
    public int priority(BodySample sample) {
        return 20;
    }

    @Override
    public BodyRendering render(BodySample sample) {
        boolean coded = !sample.decoded().steps().isEmpty();
        return new BodyRendering.Hex(coded ? ByteSource.of(sample.bytes()) : sample.recorded(), List.of());
    }
}
