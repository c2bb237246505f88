package dev.hopscope.snippet;

import dev.hopscope.snippet.quote.PowerShellQuoting;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** PowerShell on every system: earlier values are kept in a table of the session; stateless. */
final class PowerShellSnippet extends VariableSnippet {
    @Override
    public SnippetCard card() {
        return SnippetCard.run("powershell", "PowerShell", SnippetGroup.SHELLS, "the session it is for");
    }

    @Override
    Rendered set(List<Assignment> assignments, Environment environment, Given given) {
        String names = assignments.stream()
                .map(one -> PowerShellQuoting.of(one.name()))
                .collect(Collectors.joining(", "));
        List<String> lines = new ArrayList<>();
        lines.add("# Keeps earlier values for the undo");
        // a table of .NET tells upper from lower case, as variables do outside Windows
        lines.add("if (-not $global:HopscopeWas) { $global:HopscopeWas = New-Object Collections.Hashtable }");
        lines.add("foreach ($v in " + names + ") { if (-not $HopscopeWas.ContainsKey($v)) {"
                + " $HopscopeWas[$v] = [Environment]::GetEnvironmentVariable($v) } }");
        assignments.forEach(one -> lines.add("[Environment]::SetEnvironmentVariable(" + PowerShellQuoting.of(one.name())
                + ", " + PowerShellQuoting.of(one.value()) + ")"));
        return Rendered.lines(lines);
    }

    @Override
    public Rendered undo(Environment environment, Given given) {
        return Rendered.of("""
            if ($global:HopscopeWas) {
              foreach ($v in @($HopscopeWas.Keys)) { [Environment]::SetEnvironmentVariable($v, $HopscopeWas[$v]) }
              Remove-Variable HopscopeWas -Scope Global
            }
            """);
    }
}
