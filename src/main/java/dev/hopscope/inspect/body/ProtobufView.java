package dev.hopscope.inspect.body;

import java.util.List;

/** Protocol Buffers without a schema: numbers of fields, and what their values may be. Any thread. Knows no names, which only a schema has. */
final class ProtobufView implements BodyView {
    @Override
    public String id() {
        return "protobuf";
    }

    @Override
    public int priority(BodySample sample) {
        byte[] b = sample.bytes();
        if (b.length == 0) {
            return 0;
        }
        if (declared(sample.type())) {
            return 90;
        }
        boolean looks = sample.whole()
                && b.length >= 8
                && b.length <= 1 << 20
                && sample.type().type().matches("|application")
                && !sample.text().likely()
                && new ProtobufReader(b).valid();
        return looks ? 22 : 0;
    }

    static boolean declared(MediaType type) {
        return switch (type.subtype()) {
            case "protobuf", "x-protobuf", "vnd.google.protobuf", "x-google-protobuf", "proto", "x-proto" -> true;
            default -> type.format("proto") || type.format("protobuf");
        };
    }

    @Override
    public BodyRendering render(BodySample sample) {
        TextBuilder out = new TextBuilder();
        List<Note> notes = new ProtobufReader(sample.bytes()).print(out, sample.whole());
        return out.build(notes);
    }
}
