package dev.hopscope.inspect.body;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class JwtViewTest {

    @Test
    void headerAndClaimsAreOpenedAndNothingIsVerified() {
        BodyRendering.Text text = render(part("{\"alg\":\"none\"}") + "." + part("{\"exp\":1764003600}") + ".");

        assertThat(text.text())
                .isEqualTo("Header\n{\n  \"alg\": \"none\"\n}\n\nClaims\n{\n  \"exp\": 1764003600\n}\n"
                        + "exp = 2025-11-24T17:00:00Z\n\nSignature\nnone");
        assertThat(text.notes()).contains(Note.of("jwt-not-verified"));
    }

    @Test
    void encryptedClaimsStayClosed() {
        BodyRendering.Text text = render(part("{\"alg\":\"dir\"}") + "..aa.bb.cc");

        assertThat(text.notes()).contains(Note.of("jwt-encrypted"));
        assertThat(text.text()).contains("\"dir\"", "bb");
    }

    @Test
    void aTimeThatIsNoneIsSaid() {
        assertThat(render(part("{\"alg\":\"none\"}") + "." + part("{\"iat\":1e300}") + ".x")
                        .text())
                .contains("iat is no time");
    }

    private static String part(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    private static BodyRendering.Text render(String token) {
        BodySample sample = Samples.text("text/plain", token + "\n");
        assertThat(BodyViews.suiting(sample).getFirst().id()).isEqualTo("jwt");
        return Samples.asText("jwt", sample);
    }
}
