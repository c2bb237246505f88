package dev.hopscope.ui.body;

import dev.hopscope.inspect.body.BodyRendering;
import dev.hopscope.inspect.body.Style;
import dev.hopscope.inspect.body.TreeFinder;
import dev.hopscope.inspect.body.TreeNode;
import dev.hopscope.ui.kit.Background;
import dev.hopscope.ui.kit.Lane;
import dev.hopscope.ui.kit.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntConsumer;
import javafx.collections.ObservableList;
import javafx.scene.control.Label;
import javafx.scene.control.TreeCell;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/** A tree whose nodes find their children, in the background, when they are opened first. FX thread. Knows no format. */
final class TreePane extends TreeView<TreeNode> implements Findable {
    /** Where the root has no more children than this, those of theirs that have no more are open too. */
    private static final int FEW = 10;

    private final Background background;
    private final Lane finding;
    private final Lane walking;
    private List<int[]> finds = List.of();

    TreePane(Background background) {
        this.background = background;
        finding = background.lane();
        walking = background.lane();
        getStyleClass().add("body-tree");
        setAccessibleText(Messages.text("body.tree"));
        setCellFactory(view -> new Cell());
        setOnKeyPressed(event -> {
            TreeItem<TreeNode> selected = getSelectionModel().getSelectedItem();
            if (selected != null && new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN).match(event)) {
                Clips.put(selected.getValue().source());
                event.consume();
            }
        });
    }

    void show(BodyRendering.Tree tree) {
        walking.cancel();
        Item root = new Item(tree.root());
        setRoot(root);
        root.setExpanded(true);
    }

    /** The source of the whole. */
    String text() {
        return getRoot() == null ? "" : getRoot().getValue().source();
    }

    @Override
    public void find(String wanted, IntConsumer found) {
        TreeItem<TreeNode> root = getRoot();
        if (root == null) {
            return;
        }
        TreeNode node = root.getValue();
        finding.ask(
                progress -> TreeFinder.find(node, wanted, MAX_FINDS, () -> progress.report(0)),
                places -> {
                    finds = places;
                    found.accept(places.size());
                },
                failure -> {
                    throw new IllegalStateException(failure);
                });
    }

    @Override
    public void showFind(int index) {
        int[] path = finds.get(index);
        TreeItem<TreeNode> root = getRoot();
        TreeNode node = root.getValue();
        walking.ask(progress -> along(node, path), levels -> open(root, path, levels), failure -> {
            throw new IllegalStateException(failure);
        });
    }

    /** The children of each node on the way. */
    private static List<List<TreeNode>> along(TreeNode root, int[] path) {
        List<List<TreeNode>> levels = new ArrayList<>();
        TreeNode node = root;
        for (int at : path) {
            List<TreeNode> children = node.children();
            levels.add(children);
            node = children.get(at);
        }
        return levels;
    }

    private void open(TreeItem<TreeNode> root, int[] path, List<List<TreeNode>> levels) {
        TreeItem<TreeNode> item = root;
        for (int i = 0; i < path.length; i++) {
            ((Item) item).fill(levels.get(i));
            item.setExpanded(true);
            item = item.getChildren().get(path[i]);
        }
        getSelectionModel().select(item);
        scrollTo(Math.max(0, getRow(item) - 3));
    }

    /** A node, and its children once somebody opened it. */
    private final class Item extends TreeItem<TreeNode> {
        private boolean asked;
        private boolean filled;

        Item(TreeNode node) {
            super(node);
            expandedProperty().subscribe(open -> {
                if (open) {
                    load();
                }
            });
        }

        @Override
        public boolean isLeaf() {
            return !getValue().opens();
        }

        private void load() {
            if (!asked && !isLeaf()) {
                asked = true;
                TreeNode node = getValue();
                background.run(node::children, this::fill, failure -> {
                    throw new IllegalStateException(failure);
                });
            }
        }

        /** Opens it where that shows a handful of lines. */
        private void openIfSmall() {
            TreeNode node = getValue();
            if (node.opens() && !node.range()) {
                background.run(
                        node::children,
                        nodes -> {
                            if (nodes.size() <= FEW) {
                                fill(nodes);
                                setExpanded(true);
                            }
                        },
                        failure -> {
                            throw new IllegalStateException(failure);
                        });
            }
        }

        void fill(List<TreeNode> nodes) {
            asked = true;
            if (!filled) {
                filled = true;
                List<TreeItem<TreeNode>> items = new ArrayList<>(nodes.size());
                nodes.forEach(node -> items.add(new Item(node)));
                getChildren().setAll(items);
                if (this == getRoot() && items.size() <= FEW) {
                    items.forEach(item -> ((Item) item).openIfSmall());
                }
            }
        }
    }

    private static final class Cell extends TreeCell<TreeNode> {
        private final Label name = new Label();
        private final Label value = new Label();
        private final HBox box = new HBox(name, value);

        Cell() {
            name.setMinWidth(USE_PREF_SIZE);
            name.getStyleClass().add("tree-name");
            value.getStyleClass().add("tree-value");
            box.getStyleClass().add("tree-line");
        }

        @Override
        protected void updateItem(@Nullable TreeNode node, boolean empty) {
            super.updateItem(node, empty);
            if (empty || node == null) {
                setGraphic(null);
                return;
            }
            name.setText(node.name().isEmpty() ? "" : shortened(node.name()) + (node.range() ? "" : ":"));
            value.setText(node.value());
            style(name, node.range() ? Style.COMMENT : Style.KEY);
            style(value, node.style());
            setGraphic(box);
        }

        private static String shortened(String name) {
            return name.length() <= 120 ? name : name.substring(0, 120) + "\u2026";
        }

        private static void style(Label label, Style style) {
            ObservableList<String> classes = label.getStyleClass();
            classes.removeIf(c -> c.startsWith("syntax-"));
            classes.add("syntax-" + style.name().toLowerCase(Locale.ROOT));
        }
    }
}
