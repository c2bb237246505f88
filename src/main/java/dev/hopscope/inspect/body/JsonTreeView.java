package dev.hopscope.inspect.body;

import java.util.ArrayList;
import java.util.List;

/**
 * JSON as a tree whose members are found when a node is opened, so that its size does not matter. Any thread. Keeps duplicates and their order, rounds no
 * number; leads where the text would be too long to be shown as a whole.
 */
final class JsonTreeView implements BodyView {
    /** Bytes from which on the tree is offered first. */
    static final int LARGE = 512 << 10;

    @Override
    public String id() {
        return "json-tree";
    }

    @Override
    public int priority(BodySample sample) {
        if (!JsonView.looksLikeJson(sample) || LineView.declared(sample.type())) {
            return 0;
        }
        return sample.type().format("json") ? (sample.bytes().length > LARGE ? 91 : 89) : 49;
    }

    @Override
    public BodyRendering render(BodySample sample) {
        String text = sample.text().text();
        List<Note> notes = new ArrayList<>(new JsonPrinter(text, sample.whole(), TextBuilder.silent()).print());
        int from = JsonNode.skipSpace(text, 0);
        JsonNode root = JsonNode.root(text, from);
        if (JsonNode.skipSpace(text, root.end()) < text.length()) {
            notes.add(Note.of("json-more-documents"));
        }
        return new BodyRendering.Tree(root, List.copyOf(notes));
    }
}
