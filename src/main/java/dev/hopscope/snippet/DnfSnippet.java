package dev.hopscope.snippet;

import java.util.ArrayList;
import java.util.List;

/** dnf's settings, which hold user and password apart; stateless. */
final class DnfSnippet extends LinesSnippet {
    @Override
    public SnippetCard card() {
        return SnippetCard.file("dnf", "dnf", SnippetGroup.TOOLS, "/etc/dnf/dnf.conf");
    }

    @Override
    FileLines lines(Environment environment, Given given) {
        ProxyAddress proxy = environment.proxy();
        List<String> lines = new ArrayList<>(List.of("proxy=" + proxy.urlWithoutCredentials()));
        if (proxy.hasCredentials()) {
            lines.add("proxy_username=" + proxy.user());
            lines.add("proxy_password=" + proxy.password());
        }
        FileLines all = FileLines.of(lines, "\\s*proxy(_username|_password)?\\s*=.*");
        return environment.bypass().isEmpty()
                ? all
                : all.noting(
                        List.of("dnf knows no list of exceptions: write 'proxy=_none_' under a repository that is to"
                                + " go direct."),
                        "proxy=");
    }

    @Override
    String merged(String present, FileLines lines) {
        return block().addInSection(present, "main", lines.lines(), lines::replaces);
    }
}
