package dev.hopscope.inspect.body;

import java.util.ArrayList;
import java.util.List;

/** An image, its dimensions checked before anyone unpacks it. Any thread. Decodes no pixels itself; SVG is markup, since drawing it could load more. */
final class ImageView implements BodyView {
    /** Pixels, over all frames, above which an image is not unpacked: 160 MB of memory. */
    static final int MAX_PIXELS = 40_000_000;

    @Override
    public String id() {
        return "image";
    }

    @Override
    public int priority(BodySample sample) {
        return ImageFormat.of(sample.bytes()) == null ? 0 : sample.type().type().equals("image") ? 90 : 60;
    }

    @Override
    public BodyRendering render(BodySample sample) {
        ImageFormat found = ImageFormat.of(sample.bytes());
        if (found == null) {
            return new BodyRendering.Hex(ByteSource.of(sample.bytes()), List.of(Note.of("image-unknown")));
        }
        List<Note> notes = new ArrayList<>();
        notes.add(Note.of("image-size", found.name(), found.width(), found.height()));
        if (found.frames() > 1) {
            notes.add(Note.of("image-frames", found.frames()));
        }
        boolean small = found.pixels() <= MAX_PIXELS;
        if (!found.drawn()) {
            notes.add(Note.of("image-not-drawn", found.name()));
        } else if (!small) {
            notes.add(Note.of("image-too-large", MAX_PIXELS / 1_000_000));
        } else if (!sample.whole()) {
            notes.add(Note.of("image-torn"));
        }
        boolean drawable = found.drawn() && small && sample.whole();
        return new BodyRendering.Image(
                found.name(), found.width(), found.height(), sample.bytes(), drawable, List.copyOf(notes));
    }
}
