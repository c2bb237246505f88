package dev.hopscope.interchange.code;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hopscope.exchange.Header;
import dev.hopscope.exchange.Headers;
import dev.hopscope.exchange.HttpVersion;
import dev.hopscope.exchange.Origin;
import dev.hopscope.interchange.paste.Paste;
import dev.hopscope.interchange.paste.PasteResult;
import dev.hopscope.replay.Content;
import dev.hopscope.replay.RequestDraft;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is copied as a command, a message or a script is the same request when it is pasted. */
class PasteRoundTripTest {
    private static final String ALPHABET = "aZ09 '\"`$\\!%^&|<>(){}[]*?#~;:=@+-_/.,\t\n\r"
            + "\u0000\u0007\u001b\u007f\u0080\u00a0\u00c3\u00bc\u00e2\u0098\u0083\u00ff";

    @ParameterizedTest
    @ValueSource(strings = {"curl", "curl-cmd", "curl-powershell", "raw", "powershell"})
    void aHostileRequestComesBackAsItWas(String id) {
        comesBack(id, HostileRequests.all(8080), 8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"curl", "curl-cmd", "curl-powershell", "raw", "powershell"})
    void aRandomRequestComesBackAsItWas(String id) {
        Random random = new Random(5);
        List<RequestDraft> drafts = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            drafts.add(draft(random));
        }
        comesBack(id, drafts, 100);
    }

    private static void comesBack(String id, List<RequestDraft> drafts, int atLeast) {
        CodeTarget target = CodeTargets.byId(id).orElseThrow();
        int written = 0;
        for (RequestDraft draft : drafts) {
            if (says(id, draft) && CodeTargets.write(target, draft, false) instanceof Code.Text code) {
                written++;
                switch (Paste.read(code.text(), draft.origin().scheme())) {
                    case PasteResult.Unreadable no -> throw new AssertionError(no.reason() + "\n" + code.text());
                    case PasteResult.Read read ->
                        assertThat(shown(read.draft(), target.card()))
                                .as(code.text())
                                .isEqualTo(shown(draft, target.card()));
                }
            }
        }
        assertThat(written).isGreaterThan(atLeast);
    }

    /** A message says whom it is for by its Host alone. */
    private static boolean says(String id, RequestDraft draft) {
        String host = draft.headers().first("Host");
        return !id.equals("raw")
                || (host == null
                        ? draft.version() != HttpVersion.HTTP_1_0
                        : host.equals(draft.origin().authority()));
    }

    private static String shown(RequestDraft draft, TargetCard card) {
        boolean versioned = !card.id().equals("powershell");
        List<String> lines = new ArrayList<>();
        for (Header field : Judge.call(draft).fields()) {
            lines.add(field.toString());
        }
        lines.sort(java.util.Comparator.comparing(line -> !line.regionMatches(true, 0, "Host:", 0, 5)));
        if (!card.can(Trait.ORDER)) {
            lines.sort(java.util.Comparator.naturalOrder());
        }
        return draft.method() + " " + draft.url() + (versioned && draft.version() == HttpVersion.HTTP_1_0 ? " 1.0" : "")
                + "\n" + lines + "\n" + draft.body().latin1();
    }

    private static RequestDraft draft(Random random) {
        Origin origin =
                new Origin(random.nextBoolean() ? "http" : "https", "a.example", random.nextBoolean() ? 443 : 8080);
        Headers.Builder headers = Headers.builder();
        for (int i = random.nextInt(4); i > 0; i--) {
            String value = text(random, 12)
                    .replaceAll("[\\x00-\\x08\\x0a-\\x1f\\x7f]", "")
                    .strip();
            headers.add(
                    List.of("X-A", "x-b", "Accept", "User-Agent", "Content-Type", "Cookie")
                            .get(random.nextInt(6)),
                    value);
        }
        String body = random.nextInt(3) == 0 ? "" : text(random, 40);
        String path = "/" + text(random, 8).replaceAll("[\\x00-\\x20\\x7f-\\xff#?]", "");
        return new RequestDraft(
                origin,
                List.of("GET", "POST", "PUT", "PURGE").get(random.nextInt(4)),
                random.nextBoolean() ? path : "/x?" + path,
                random.nextInt(5) == 0 ? HttpVersion.HTTP_1_0 : HttpVersion.HTTP_1_1,
                headers.build(),
                Content.of(body.getBytes(StandardCharsets.ISO_8859_1)));
    }

    private static String text(Random random, int most) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(most); i > 0; i--) {
            // most of them printable
            int c = random.nextInt(4) == 0 ? random.nextInt(ALPHABET.length()) : random.nextInt(40);
            text.append(ALPHABET.charAt(c));
        }
        return text.toString();
    }
}
