package dev.hopscope.interchange.code;

import dev.hopscope.snippet.quote.CurlConfigQuoting;
import dev.hopscope.snippet.quote.PowerShellQuoting;
import java.util.ArrayList;
import java.util.List;

/** A request for curl.exe in PowerShell, old and new: through a config on standard input, since the versions disagree on quotes in arguments. Pure, any thread. */
final class CurlPowerShellTarget implements CodeTarget {
    private static final TargetCard CARD = TargetCard.of(
            "curl-powershell", "cURL (PowerShell)", TargetGroup.COMMAND_LINE, "curl", List.of(), CurlOptions.CAN);

    @Override
    public TargetCard card() {
        return CARD;
    }

    @Override
    public Code write(Call call) {
        List<String> lines = new ArrayList<>();
        for (CurlOptions.Option option : CurlOptions.of(call)) {
            String value = option.value();
            if (value != null && value.chars().anyMatch(c -> c >= 0x80)) {
                return new Code.Refused("PowerShell gives programs only ASCII for certain, and the request has more.");
            }
            String line = value == null ? option.name() : option.name() + " = " + CurlConfigQuoting.of(value);
            lines.add("  " + PowerShellQuoting.of(line));
        }
        String body = "";
        String argument = "";
        if (CurlOptions.sendsBody(call)) {
            if (plain(call.body().latin1())) {
                lines.add("  "
                        + PowerShellQuoting.of(
                                "data-raw = " + CurlConfigQuoting.of(call.body().latin1())));
            } else {
                body = "$body = New-TemporaryFile\n"
                        + "[IO.File]::WriteAllBytes($body.FullName, [Convert]::FromBase64String('"
                        + call.base64() + "'))\n";
                argument = " --data-binary \"@$($body.FullName)\"";
            }
        }
        return new Code.Text(
                body + "@(\n" + String.join(",\n", lines) + "\n) | curl.exe --config -" + argument + "\n", List.of());
    }

    private static boolean plain(String body) {
        return body.chars().allMatch(c -> c >= ' ' && c < 0x7f);
    }
}
