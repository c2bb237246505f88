package dev.hopscope.snippet;

import dev.hopscope.snippet.merge.LineBlock;
import java.util.List;

/** SSH through a CONNECT of the proxy: a block before all others, since the first value counts; stateless. */
final class SshSnippet extends LinesSnippet {
    @Override
    public SnippetCard card() {
        return SnippetCard.file("ssh", "SSH over CONNECT", SnippetGroup.TOOLS, "~/.ssh/config")
                .named("host", "github.com");
    }

    @Override
    FileLines lines(Environment environment, Given given) {
        ProxyAddress proxy = environment.proxy();
        if (proxy.scheme() == ProxyScheme.HTTPS) {
            throw new IllegalArgumentException("nc speaks no TLS with a proxy. Choose http or socks5h.");
        }
        String host = given.nameFor(card());
        if (!host.matches("[A-Za-z0-9.*?!_:,\\-]+")) {
            throw new IllegalArgumentException("'" + host + "' is no host of an SSH configuration.");
        }
        String kind = proxy.scheme() == ProxyScheme.HTTP ? "connect" : "5";
        String user = proxy.hasCredentials() ? " -P " + user(proxy.user()) : "";
        // what follows is for this host alone; without the last line it would be for the rest of the file
        FileLines lines = FileLines.of(
                List.of(
                        "Host " + host,
                        "  ProxyCommand nc -X " + kind + " -x " + proxy.hostPort() + user + " %h %p",
                        "Match all"),
                "(?!)");
        return proxy.hasCredentials()
                ? lines.noting(
                        List.of("nc asks for the password at each connection: an SSH configuration is no place for"
                                + " it."),
                        "ProxyCommand")
                : lines.noting(
                        List.of("nc is OpenBSD's; of others 'ncat --proxy " + proxy.hostPort()
                                + " --proxy-type http %h %p'."),
                        "ProxyCommand");
    }

    /** ssh hands the line to the user's shell, and a percent sign begins a token. */
    private static String user(String user) {
        return dev.hopscope.snippet.quote.ShQuoting.of(user).replace("%", "%%");
    }

    @Override
    String merged(String present, FileLines lines) {
        return LineBlock.HASH.addFirst(present, lines.lines(), line -> false);
    }
}
