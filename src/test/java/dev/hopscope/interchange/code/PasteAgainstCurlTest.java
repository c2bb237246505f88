package dev.hopscope.interchange.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.hopscope.interchange.paste.Paste;
import dev.hopscope.interchange.paste.PasteResult;
import dev.hopscope.replay.RequestDraft;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Commands are run by bash and curl, and what arrives is compared with what pasting the same text gives. */
class PasteAgainstCurlTest {
    private static final List<String> COMMANDS = List.of(
            "curl URL/a",
            "curl -I URL/a",
            "curl -XPUT URL/a/../b/./c?d=/../e",
            "curl --path-as-is URL/a/../b",
            "curl -d a=1 -d 'b=2 3' URL/",
            "curl -d '' URL/",
            "curl --data-binary $'a\\n\\xff' URL/",
            "curl --data-urlencode 'a=b c&d' --data-urlencode '=e/f' --data-urlencode 'g h' URL/",
            "curl -G -d a=1 --data-urlencode 'q=x y' 'URL/?o=2'",
            "curl --json '{\"a\":' --json '1}' URL/",
            "curl -u me:pw -A agent -e http://b.example/ -b 'a=1; b=2' -b c=3 -r 0-9 URL/",
            "curl --oauth2-bearer t0ken --compressed URL/",
            "curl -H 'Accept:' -H 'User-Agent:' -H 'X-Empty;' -H 'X-A:  1 ' -H 'x-a: 2' URL/",
            "curl -H 'Content-Type: text/plain' -d x -X PATCH URL/",
            "curl -H 'Content-Type:' -d x URL/",
            "curl -H 'Host: other.example' URL/",
            "curl -F a=1 -F 'b=x;y;type=text/plain' --form-string 'c=@d;type=e' -F 'f=\"q;r\";filename=\"s.txt\"' URL/",
            "curl --request-target '/x y|z' URL/",
            "curl -g 'URL/[1]{a,b}'",
            "curl 'URL/\\[1\\]'",
            "curl --url-query 'a=b c' --url-query +d=e URL/?f",
            "curl -0 URL/",
            "printf 'a%%b\\000c\\n' | curl --data-binary @- URL/",
            "curl -d @- URL/ <<'EOF'\none\ntwo\nEOF",
            "printf 'up' | curl -T - -H 'Expect:' URL/up",
            "curl URL/ -d \"it's \\\"q\\\" \\\\ \\x\" -H \"X-B: " + "\\`x\\`\"",
            "curl -sSXPOST URL/p#fragment --data-raw @literal");

    @Test
    void aCommandThatIsPastedIsTheRequestThatCurlSends() throws Exception {
        assumeTrue(
                run("command -v curl && curl --url-query a=b --version") == 0,
                "skipped, since there is no curl of 7.87 or newer");
        try (RecordingOrigin origin = new RecordingOrigin()) {
            List<String> different = new ArrayList<>();
            for (String command : COMMANDS) {
                String text = command.replace("URL", "http://127.0.0.1:" + origin.port());
                int status = run(text);
                RecordingOrigin.Seen seen = Objects.requireNonNull(
                        origin.seen.poll(20, TimeUnit.SECONDS), text + " sent nothing, and ended with " + status);
                if (!pasted(text).equals(sent(seen))) {
                    different.add(text + "\n-- pasted\n" + pasted(text) + "\n-- curl\n" + sent(seen) + "\n");
                }
            }
            assertThat(different).isEmpty();
        }
    }

    private static String pasted(String text) {
        return switch (Paste.read(text)) {
            case PasteResult.Unreadable no -> no.reason();
            case PasteResult.Read read -> {
                RequestDraft draft = read.draft();
                String fields = draft.headers().stream()
                        .map(Object::toString)
                        .filter(PasteAgainstCurlTest::counts)
                        .sorted()
                        .collect(Collectors.joining("\n"));
                yield alike(draft.method() + " " + draft.target() + "\n" + fields + "\n\n"
                        + draft.body().latin1());
            }
        };
    }

    private static String sent(RecordingOrigin.Seen seen) {
        String fields = seen.fields().stream()
                .filter(PasteAgainstCurlTest::counts)
                .map(line -> line.replaceFirst(":\\s*(.*?)\\s*$", ": $1"))
                .sorted()
                .collect(Collectors.joining("\n"));
        return alike(seen.method() + " " + seen.target() + "\n" + fields + "\n\n"
                + new String(seen.body(), StandardCharsets.ISO_8859_1));
    }

    /** What follows from URL and body anyway does not. */
    private static boolean counts(String line) {
        return !line.matches("(?i)(?:content-length|transfer-encoding|expect|host: 127).*");
    }

    /** Versions and boundaries differ. */
    private static String alike(String request) {
        return request.replaceAll("curl/[0-9.]+", "curl")
                .replaceAll("-{20,}\\w+", "boundary")
                .replaceAll("[^\n -~]", "?");
    }

    private static int run(String command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder("bash", "-c", command)
                .redirectErrorStream(true)
                .redirectInput(new File("/dev/null"))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment()
                .keySet()
                .removeIf(name -> name.toLowerCase(java.util.Locale.ROOT).endsWith("_proxy"));
        return builder.start().waitFor();
    }
}
