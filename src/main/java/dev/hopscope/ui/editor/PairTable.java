package dev.hopscope.ui.editor;

import dev.hopscope.ui.kit.Glyph;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;

/** Names and values to edit in place: header lines, parameters. FX thread. Keeps no list of its own: what is edited comes back by {@link #show}. */
final class PairTable extends ScrollPane {
    /**
     * A line as it is shown.
     *
     * @param remark at its end; may be empty
     * @param why what the remark means; may be empty
     * @param locked whether its value is not the user's to write
     */
    record Pair(String name, String value, boolean on, String remark, String why, boolean locked) {
        Pair(String name, String value, boolean on) {
            this(name, value, on, "", "", false);
        }
    }

    /** What the user does; indices from 0. */
    interface Edits {
        void name(int index, String name);

        void value(int index, String value);

        void turn(int index, boolean on);

        void remove(int index);

        /** One more, empty, at the end. */
        void add();
    }

    private final Edits edits;
    private final VBox rows = new VBox();

    PairTable(String add, Edits edits) {
        this.edits = edits;
        getStyleClass().add("pair-table");
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setFocusTraversable(false);
        setMinHeight(0);
        Button more = new Button(add, new Glyph("bi-plus"));
        more.getStyleClass().addAll("quiet", "small", "pair-add");
        more.setOnAction(e -> addOne());
        setContent(new VBox(rows, more));
    }

    void show(List<Pair> pairs) {
        while (rows.getChildren().size() > pairs.size()) {
            rows.getChildren().removeLast();
        }
        while (rows.getChildren().size() < pairs.size()) {
            rows.getChildren().add(new PairRow(rows.getChildren().size(), edits));
        }
        for (int i = 0; i < pairs.size(); i++) {
            ((PairRow) rows.getChildren().get(i)).show(pairs.get(i));
        }
    }

    private void addOne() {
        edits.add();
        if (!rows.getChildren().isEmpty()) {
            applyCss();
            layout();
            setVvalue(1);
            ((PairRow) rows.getChildren().getLast()).focusName();
        }
    }
}
