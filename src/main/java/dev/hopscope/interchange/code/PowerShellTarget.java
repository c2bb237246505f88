package dev.hopscope.interchange.code;

import static dev.hopscope.interchange.code.Trait.ANY_PERCENT;
import static dev.hopscope.interchange.code.Trait.UPPER_METHOD;

import dev.hopscope.exchange.Header;
import dev.hopscope.snippet.quote.PowerShellQuoting;
import java.util.List;

/** A request for Invoke-WebRequest of PowerShell 7.4 and later. Pure, any thread. */
final class PowerShellTarget implements CodeTarget {
    private static final TargetCard CARD = TargetCard.of(
            "powershell",
            "PowerShell Invoke-WebRequest",
            TargetGroup.COMMAND_LINE,
            "Invoke-WebRequest",
            List.of("User-Agent", "Accept-Encoding"),
            UPPER_METHOD,
            ANY_PERCENT);

    @Override
    public TargetCard card() {
        return CARD;
    }

    @Override
    public Code write(Call call) {
        StringBuilder out = new StringBuilder("$headers = @{\n");
        for (Header field : call.fields()) {
            if (!field.is("Content-Type")) {
                out.append("  ").append(PowerShellQuoting.of(field.name())).append(" = ");
                out.append(PowerShellQuoting.of(field.value())).append('\n');
            }
        }
        out.append("}\n");
        if (call.hasBody()) {
            out.append("$body = [Convert]::FromBase64String('")
                    .append(call.base64())
                    .append("')\n");
        }
        out.append("Invoke-WebRequest -Uri ").append(PowerShellQuoting.of(call.url()));
        out.append(" -CustomMethod ").append(PowerShellQuoting.of(call.method()));
        out.append(" -Headers $headers -SkipHeaderValidation -MaximumRedirection 0 -SkipHttpErrorCheck");
        String type = call.fields().first("Content-Type");
        if (type != null) {
            out.append(" -ContentType ").append(PowerShellQuoting.of(type));
        }
        return new Code.Text(
                out.append(call.hasBody() ? " -Body $body\n" : "\n").toString(), List.of());
    }
}
