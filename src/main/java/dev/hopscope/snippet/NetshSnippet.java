package dev.hopscope.snippet;

import dev.hopscope.snippet.quote.PowerShellQuoting;
import java.util.ArrayList;
import java.util.List;

/** Windows: the proxy of WinHTTP, which services and some tools use; stateless. */
final class NetshSnippet implements Snippet {
    private static final String FILE = "$f = Join-Path $env:ProgramData 'Hopscope-winhttp.txt'";

    @Override
    public SnippetCard card() {
        return SnippetCard.run(
                "netsh", "Windows netsh (WinHTTP)", SnippetGroup.DESKTOP, "PowerShell of an administrator");
    }

    @Override
    public Rendered apply(Environment environment, Given given) {
        if (environment.proxy().scheme() != ProxyScheme.HTTP) {
            throw new IllegalArgumentException("WinHTTP speaks plain HTTP with a proxy only. Choose the scheme http.");
        }
        WindowsList list = WindowsList.of(environment.variables().list() ? environment.bypass() : List.of());
        List<String> lines = new ArrayList<>(List.of("# Keeps earlier values for the undo", FILE));
        lines.add("if (-not (Test-Path $f)) { netsh winhttp dump | Set-Content -Encoding ASCII $f }");
        String exceptions = list.entries().isEmpty()
                ? ""
                : " " + PowerShellQuoting.of("bypass-list=" + String.join(";", list.entries()));
        lines.add("netsh winhttp set proxy "
                + PowerShellQuoting.of("proxy-server=" + environment.proxy().hostPort()) + exceptions);
        return Rendered.lines(lines).noting("set proxy", list.notes());
    }

    @Override
    public Rendered undo(Environment environment, Given given) {
        return Rendered.lines(
                List.of(FILE, "if (Test-Path $f) { netsh winhttp reset proxy; netsh -f $f; Remove-Item $f }"));
    }
}
