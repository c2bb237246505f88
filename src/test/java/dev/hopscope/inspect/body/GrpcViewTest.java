package dev.hopscope.inspect.body;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hopscope.exchange.Headers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class GrpcViewTest {

    @Test
    void messagesAreFramedByLength() {
        BodyRendering.Parts parts = render("application/grpc", "", "00000000020801" + "0000000000");

        assertThat(cells(parts)).containsExactly(List.of("1", "message", "", "2"), List.of("2", "message", "", "0"));
        assertThat(BodyViews.suiting(parts.parts().getFirst().body()).getFirst().id())
                .isEqualTo("protobuf");
    }

    @Test
    void aCompressedMessageWithoutAKnownCodingSaysSo() {
        assertThat(render("application/grpc", "snappy", "0100000001ff").notes())
                .contains(Note.of("grpc-coding", "snappy"));
    }

    @Test
    void trailersOfGrpcWebAreTold() {
        assertThat(cells(render("application/grpc-web+proto", "", "8000000001" + "61")))
                .containsExactly(List.of("1", "trailers", "", "1"));
    }

    @Test
    void theTextFormIsDecodedPieceByPiece() {
        byte[] message = HexFormat.of().parseHex("00000000020801");
        String text = Base64.getEncoder().encodeToString(message).repeat(2);
        BodySample sample = Samples.text("application/grpc-web-text", text);

        assertThat(cells((BodyRendering.Parts) Samples.view("grpc").render(sample)))
                .hasSize(2);
    }

    @Test
    void aTornMessageSaysSo() {
        assertThat(render("application/grpc", "", "0000000009" + "0801").notes())
                .contains(Note.of("binary-ends-early", 7));
        assertThat(render("application/grpc", "", "4700000000").notes()).contains(Note.of("grpc-invalid", 0));
    }

    @Test
    void jsonMessagesAreShownAsJson() {
        byte[] json = "{}".getBytes(StandardCharsets.UTF_8);
        BodyRendering.Parts parts = render(
                "application/grpc+json", "", "0000000002" + HexFormat.of().formatHex(json));

        assertThat(BodyViews.suiting(parts.parts().getFirst().body()).getFirst().id())
                .isEqualTo("json");
    }

    private static List<List<String>> cells(BodyRendering.Parts parts) {
        return parts.parts().stream().map(BodyRendering.Part::cells).toList();
    }

    private static BodyRendering.Parts render(String type, String coding, String hex) {
        byte[] bytes = HexFormat.of().parseHex(hex);
        Headers headers = Headers.of("Content-Type", type, "grpc-encoding", coding);
        return (BodyRendering.Parts) Samples.view("grpc").render(Samples.read(bytes, bytes.length, 0, headers));
    }
}
