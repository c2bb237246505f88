package dev.hopscope.inspect.body;

import dev.hopscope.exchange.Head;
import dev.hopscope.exchange.Header;
import dev.hopscope.exchange.Headers;
import dev.hopscope.exchange.RequestHead;
import dev.hopscope.exchange.ResponseHead;
import java.util.List;

/** The head of a message as coloured text: start line, field lines, trailers, as on the wire. Any thread. Explains nothing. */
public final class HeadText {
    private HeadText() {}

    public static BodyRendering.Text of(Head head, Headers trailers) {
        return of(List.of(head), trailers);
    }

    /** @param heads one after the other, an empty line between: interim responses and the final one */
    public static BodyRendering.Text of(List<? extends Head> heads, Headers trailers) {
        TextBuilder out = new TextBuilder();
        for (Head head : heads) {
            if (head != heads.getFirst()) {
                out.newLine().newLine();
            }
            startLine(out, head);
            head.headers().forEach(field -> field(out.newLine(), field));
        }
        if (!trailers.isEmpty()) {
            out.newLine();
            trailers.forEach(field -> field(out.newLine().add("trailer ", Style.COMMENT), field));
        }
        return out.build(List.of());
    }

    /** Field lines alone, such as those of a part. */
    public static BodyRendering.Text fields(Headers headers) {
        TextBuilder out = new TextBuilder();
        for (int i = 0; i < headers.size(); i++) {
            field(i == 0 ? out : out.newLine(), headers.get(i));
        }
        return out.build(List.of());
    }

    /** Bytes that are no head, as they came. */
    public static BodyRendering.Text verbatim(String text) {
        return new TextBuilder().add(text, Style.PLAIN).build(List.of());
    }

    private static void startLine(TextBuilder out, Head head) {
        switch (head) {
            case RequestHead r ->
                out.add(r.method(), Style.KEYWORD)
                        .add(" " + r.target() + " ", Style.PLAIN)
                        .add(r.version().text(), Style.COMMENT);
            case ResponseHead r ->
                out.add(r.version().text() + " ", Style.COMMENT)
                        .add(Integer.toString(r.status()), Style.NUMBER)
                        .add(" " + r.reason(), Style.PLAIN);
        }
    }

    private static void field(TextBuilder out, Header field) {
        out.add(field.name() + ":", Style.KEY).add(" " + field.value(), Style.PLAIN);
    }
}
