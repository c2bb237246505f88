package dev.hopscope.inspect.body;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hopscope.exchange.Headers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BodyViewsTest {
    private static final List<String> TYPES = List.of(
            "",
            "application/json",
            "text/html",
            "application/xml",
            "application/x-www-form-urlencoded",
            "image/png",
            "application/x-ndjson",
            "text/event-stream",
            "application/graphql",
            "text/css",
            "text/javascript",
            "multipart/form-data; boundary=b",
            "application/grpc",
            "application/grpc-web-text",
            "application/x-protobuf",
            "application/cbor",
            "application/jwt",
            "text/plain; charset=utf-16");
    private static final String SEEDS =
            "{}[]\",:<>!-/=&;%+?'\\ \n\r()`$#*.abc019é\0\uD83D\uDE00--><![CDATA[]]></script><svg";

    @Test
    void noViewThrowsOrExceedsItsCapsWhateverTheBytesAre() {
        Random random = new Random(20261124);
        for (int i = 0; i < 6000; i++) {
            BodySample sample = garbage(random, TYPES.get(i % TYPES.size()));
            for (BodyView view : BodyViews.ALL) {
                view.priority(sample);
                check(view.render(sample));
            }
        }
    }

    @Test
    void repeatedPiecesOfAnyFormatAreReadInLinearTime() {
        for (String piece : List.of(
                "<",
                "<a ",
                "<a \"",
                "</",
                "<!",
                "&",
                "<a>",
                "x<a>y",
                "[",
                "{",
                "{\"",
                "[ ",
                "\"",
                "\\",
                "a=",
                "%",
                "<script>",
                "<!--",
                "/[",
                "/a",
                "/*",
                "a{",
                "a:b;",
                "(",
                "`${",
                "'",
                "--b\r\n",
                "\n--b",
                "--b\n\n",
                "data:\n",
                "data:x\n\n",
                "{\"a\":",
                "{}\n",
                "...",
                "a(",
                "#",
                "\0\0\0\0\1x",
                "\12\4",
                "\12",
                "\u009f",
                "eyJ.",
                "&a;")) {
            BodySample sample = Samples.text("", piece.repeat(200_000 / piece.length()));
            for (BodyView view : BodyViews.ALL) {
                check(view.render(sample));
            }
        }
    }

    @Test
    void binaryBytesAreShownAsHex() {
        assertThat(BodyViews.suiting(Samples.bytes("application/octet-stream", new byte[] {0, 1, 2, 3, 0}))
                        .getFirst()
                        .id())
                .isEqualTo("hex");
    }

    @Test
    void theBytesAsTheyPassedAreOfferedOnlyWhereThereIsACoding() {
        assertThat(BodyViews.suiting(Samples.text("", "x")).stream().map(BodyView::id))
                .doesNotContain("recorded");
        BodySample coded = Samples.read(new byte[] {1, 2}, 2, 0, Headers.of("Content-Encoding", "dcb"));
        assertThat(BodyViews.suiting(coded).stream().map(BodyView::id)).contains("recorded");
    }

    static void check(BodyRendering rendering) {
        switch (rendering) {
            case BodyRendering.Text t -> {
                assertThat(t.text().length())
                        .isLessThanOrEqualTo(TextBuilder.MAX_CHARS + TextBuilder.MAX_CHARS / TextBuilder.FOLD);
                int at = 0;
                for (BodyRendering.Span span : t.spans()) {
                    assertThat(span.start()).isGreaterThanOrEqualTo(at);
                    assertThat(span.end())
                            .isGreaterThan(span.start())
                            .isLessThanOrEqualTo(t.text().length());
                    at = span.end();
                }
                long lines = t.text().chars().filter(c -> c == '\n').count();
                for (int i = 0; i < t.folds().length; i += 2) {
                    assertThat(t.folds()[i + 1]).isGreaterThan(t.folds()[i]).isLessThanOrEqualTo((int) lines);
                    assertThat(i == 0 || t.folds()[i] > t.folds()[i - 2]).isTrue();
                }
            }
            case BodyRendering.Image i ->
                assertThat((long) i.width() * i.height()).isPositive();
            case BodyRendering.Hex h -> assertThat(h.source().size()).isNotNegative();
            case BodyRendering.Tree t -> walk(t.root(), 0);
            case BodyRendering.Parts p -> {
                assertThat(p.parts()).hasSizeLessThanOrEqualTo(10_000);
                p.parts().forEach(part -> assertThat(part.cells()).hasSameSizeAs(p.columns()));
            }
            case BodyRendering.Table t -> t.rows().forEach(r -> assertThat(r).hasSameSizeAs(t.columns()));
        }
    }

    /** Looks at nodes as the screen would, not too deep. */
    private static void walk(TreeNode node, int depth) {
        assertThat(node.value()).hasSizeLessThan(400);
        node.source();
        List<TreeNode> children = node.children();
        assertThat(children).hasSizeLessThanOrEqualTo(TreeNode.MAX_CHILDREN);
        if (depth < 20) {
            children.stream().limit(20).forEach(child -> walk(child, depth + 1));
        }
    }

    private static BodySample garbage(Random random, String type) {
        byte[] bytes;
        if (random.nextInt(4) == 0) {
            bytes = new byte[random.nextInt(300)];
            random.nextBytes(bytes);
            if (bytes.length > 12 && random.nextBoolean()) {
                byte[] head = List.of(
                                new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10},
                                new byte[] {'G', 'I', 'F', '8', '9', 'a'},
                                new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff},
                                new byte[] {'B', 'M'},
                                new byte[] {'R', 'I', 'F', 'F', 1, 1, 1, 1, 'W', 'E', 'B', 'P'})
                        .get(random.nextInt(5));
                System.arraycopy(head, 0, bytes, 0, head.length);
            }
        } else {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(300); i > 0; i--) {
                text.append(SEEDS.charAt(random.nextInt(SEEDS.length())));
            }
            bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        }
        Headers headers = type.isEmpty() ? Headers.EMPTY : Headers.of("Content-Type", type);
        return Samples.read(bytes, bytes.length + random.nextInt(2), random.nextInt(2) * 100, headers);
    }
}
