package dev.hopscope.interchange.code;

import dev.hopscope.snippet.quote.PromptQuoting;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A request as a curl command line for the prompt of cmd; a body that one line cannot hold goes through a file made by certutil. Pure, any thread. */
final class CurlCmdTarget implements CodeTarget {
    private static final TargetCard CARD =
            TargetCard.of("curl-cmd", "cURL (cmd)", TargetGroup.COMMAND_LINE, "curl", List.of(), CurlOptions.CAN);

    @Override
    public TargetCard card() {
        return CARD;
    }

    @Override
    public Code write(Call call) {
        List<String> words = new ArrayList<>();
        for (CurlOptions.Option option : CurlOptions.of(call)) {
            String value = option.value();
            if (value != null && value.chars().anyMatch(c -> c < ' ' || c > '~')) {
                return new Code.Refused("cmd takes only printable ASCII in one line, and the request has more.");
            }
            String quoted = value == null ? "" : PromptQuoting.of(value);
            words.add(
                    option.name().equals("url")
                            ? quoted
                            : SHORT.getOrDefault(option.name(), "--" + option.name())
                                    + (value == null ? "" : " " + quoted));
        }
        StringBuilder before = new StringBuilder();
        if (CurlOptions.sendsBody(call)) {
            String body = call.body().latin1();
            if (body.chars().allMatch(c -> c >= ' ' && c <= '~') && body.length() < MOST_IN_A_LINE / 2) {
                words.add("--data-raw " + PromptQuoting.of(body));
            } else {
                file(call.base64(), before);
                words.add("--data-binary \"@%TEMP%\\hopscope-body.bin\"");
            }
        }
        String line = "curl " + String.join(" ", words);
        return line.length() > MOST_IN_A_LINE
                ? new Code.Refused("A line of cmd holds 8191 characters; this request needs " + line.length() + ".")
                : new Code.Text(before + line + "\n", List.of());
    }

    private static final Map<String, String> SHORT = Map.of("request", "-X", "header", "-H", "head", "-I");
    private static final int MOST_IN_A_LINE = 8_000;

    private static void file(String base64, StringBuilder lines) {
        String into = ">\"%TEMP%\\hopscope-body.b64\" echo ";
        for (int i = 0; i < base64.length(); i += 4000) {
            lines.append(i == 0 ? "" : ">").append(into);
            lines.append(base64, i, Math.min(base64.length(), i + 4000)).append('\n');
        }
        lines.append("certutil -f -decode \"%TEMP%\\hopscope-body.b64\" \"%TEMP%\\hopscope-body.bin\"\n");
    }
}
