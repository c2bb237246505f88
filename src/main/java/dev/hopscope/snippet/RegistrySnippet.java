package dev.hopscope.snippet;

import dev.hopscope.snippet.quote.PowerShellQuoting;
import java.util.ArrayList;
import java.util.List;

/** Windows: the proxy of the user, which browsers and most programs take; stateless. */
final class RegistrySnippet implements Snippet {
    private static final List<String> START = List.of(
            "$i = 'HKCU:\\Software\\Microsoft\\Windows\\CurrentVersion\\Internet Settings'",
            "$k = 'HKCU:\\Software\\Hopscope\\Proxy'");

    @Override
    public SnippetCard card() {
        return SnippetCard.run("windows-registry", "Windows registry", SnippetGroup.DESKTOP, "PowerShell of the user");
    }

    @Override
    public Rendered apply(Environment environment, Given given) {
        ProxyAddress proxy = environment.proxy();
        WindowsList list = WindowsList.of(environment.variables().list() ? environment.bypass() : List.of());
        String server = switch (proxy.scheme()) {
            case HTTP -> proxy.hostPort();
            case HTTPS -> "https://" + proxy.hostPort();
            case SOCKS5H -> "socks=" + proxy.hostPort();
        };
        List<String> entries = new ArrayList<>(list.entries());
        if (!entries.contains("localhost")) {
            entries.addFirst("<-loopback>");
        }
        List<String> lines = new ArrayList<>(List.of("# Keeps earlier values for the undo"));
        lines.addAll(START);
        lines.addAll("""
            if (-not (Test-Path $k)) {
              New-Item $k -Force | Out-Null
              $was = Get-ItemProperty $i
              foreach ($n in 'ProxyEnable', 'ProxyServer', 'ProxyOverride') {
                if ($null -ne $was.$n) { Set-ItemProperty $k $n $was.$n }
              }
            }\
            """.lines().toList());
        lines.add("Set-ItemProperty $i ProxyServer " + PowerShellQuoting.of(server));
        lines.add("Set-ItemProperty $i ProxyOverride " + PowerShellQuoting.of(String.join(";", entries)));
        lines.add("Set-ItemProperty $i ProxyEnable 1 -Type DWord");
        Rendered rendered = Rendered.lines(lines).noting("ProxyOverride ", list.notes());
        return proxy.hasCredentials() ? rendered.noting("Windows asks for user and password itself.") : rendered;
    }

    @Override
    public Rendered undo(Environment environment, Given given) {
        List<String> lines = new ArrayList<>(START);
        lines.addAll("""
            if (Test-Path $k) {
              $was = Get-ItemProperty $k
              foreach ($n in 'ProxyEnable', 'ProxyServer', 'ProxyOverride') {
                if ($null -ne $was.$n) { Set-ItemProperty $i $n $was.$n } else { Remove-ItemProperty $i $n -ErrorAction Ignore }
              }
              Remove-Item $k -Recurse
            }\
            """.lines().toList());
        return Rendered.lines(lines);
    }
}
