package dev.hopscope.inspect.body;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class JsonTreeViewTest {

    @Test
    void membersStandBelowTheirObject() {
        TreeNode root = tree("{\"a\":[1,{\"b\":null}],\"a\":\"x\\\"y\",\"e\":{},\"f\":[ ]}")
                .root();

        assertThat(root.value()).isEqualTo("{4}");
        assertThat(root.children()).extracting(TreeNode::name).containsExactly("a", "a", "e", "f");
        assertThat(root.children()).extracting(TreeNode::value).containsExactly("[2]", "\"x\\\"y\"", "{}", "[]");
        assertThat(root.children().getFirst().children())
                .extracting(TreeNode::name)
                .containsExactly("0", "1");
        assertThat(root.children().getFirst().source()).isEqualTo("[1,{\"b\":null}]");
        assertThat(root.children().get(2).opens()).isFalse();
    }

    @Test
    void manyElementsStandInRanges() {
        TreeNode root = tree("[" + "7,".repeat(1_234_567) + "8]").root();
        List<TreeNode> ranges = root.children();

        assertThat(ranges).hasSize(2);
        assertThat(ranges.getLast().name()).isEqualTo("1000000 \u2026 1234567");
        TreeNode last = ranges.getLast().children().getLast();
        assertThat(last.name()).isEqualTo("1234000 \u2026 1234567");
        assertThat(last.children().getLast().name()).isEqualTo("1234567");
        assertThat(last.children().getLast().value()).isEqualTo("8");
    }

    @Test
    void depthIsCapped() {
        TreeNode node = tree("[".repeat(100_000) + "]".repeat(100_000)).root();
        int depth = 0;
        while (!node.children().isEmpty()) {
            node = node.children().getFirst();
            depth++;
        }

        assertThat(depth).isEqualTo(JsonNode.MAX_DEPTH);
        assertThat(node.value()).endsWith("\u2026");
    }

    @Test
    void whereItIsNoJsonIsSaid() {
        assertThat(tree("{\"a\": nope}").notes()).containsExactly(Note.of("json-invalid", 1, 7));
        assertThat(tree("{} []").notes()).containsExactly(Note.of("json-more-documents"));
    }

    @Test
    void textIsFoundInNamesAndValuesAndLedTo() {
        TreeNode root =
                tree("{\"Tea\":1,\"list\":[{\"k\":\"green TEA\"},\"no\"]}").root();

        assertThat(TreeFinder.find(root, "tea", 10, () -> true))
                .usingElementComparator(java.util.Arrays::compare)
                .containsExactly(new int[] {0}, new int[] {1, 0, 0});
        assertThat(TreeFinder.find(root, "tea", 1, () -> true)).hasSize(1);
        assertThat(TreeFinder.find(root, "", 10, () -> true)).isEmpty();
    }

    @Test
    void aLargeBodyIsOfferedAsATreeFirst() {
        assertThat(BodyViews.suiting(Samples.text("application/json", "[" + "7,".repeat(400_000) + "8]"))
                        .getFirst()
                        .id())
                .isEqualTo("json-tree");
    }

    private static BodyRendering.Tree tree(String json) {
        return (BodyRendering.Tree) Samples.view("json-tree").render(Samples.text("application/json", json));
    }
}
