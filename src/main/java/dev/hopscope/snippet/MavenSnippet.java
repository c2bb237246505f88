package dev.hopscope.snippet;

import dev.hopscope.snippet.merge.MavenSettings;
import dev.hopscope.snippet.quote.XmlQuoting;
import java.util.ArrayList;
import java.util.List;

/** Maven's settings.xml: two proxies of ours go first, and those that were active wait; stateless. */
final class MavenSnippet implements Snippet {
    @Override
    public SnippetCard card() {
        return SnippetCard.file("maven", "Maven", SnippetGroup.JVM, "~/.m2/settings.xml");
    }

    @Override
    public Rendered apply(Environment environment, Given given) {
        ListFor list = ListFor.clients(environment.bypass(), "maven");
        List<String> lines = new ArrayList<>();
        lines.addAll(proxy("http", environment, list));
        lines.addAll(proxy("https", environment, list));
        return Rendered.of(MavenSettings.add(given.present(), lines)).noting("<nonProxyHosts>", list.notes());
    }

    private static List<String> proxy(String protocol, Environment environment, ListFor list) {
        ProxyAddress proxy = environment.proxy();
        if (proxy.scheme() != ProxyScheme.HTTP) {
            throw new IllegalArgumentException("Maven speaks plain HTTP with a proxy only. Choose the scheme http.");
        }
        List<String> lines = new ArrayList<>();
        lines.add("<proxy>");
        lines.add("  <id>hopscope-" + protocol + "</id>");
        lines.add("  <active>true</active>");
        lines.add("  <protocol>" + protocol + "</protocol>");
        lines.add("  <host>" + XmlQuoting.of(proxy.host()) + "</host>");
        lines.add("  <port>" + proxy.port() + "</port>");
        if (proxy.hasCredentials()) {
            lines.add("  <username>" + XmlQuoting.of(proxy.user()) + "</username>");
            lines.add("  <password>" + XmlQuoting.of(proxy.password()) + "</password>");
        }
        if (environment.variables().list()) {
            lines.add("  <nonProxyHosts>" + XmlQuoting.of(list.joined("|")) + "</nonProxyHosts>");
        }
        lines.add("</proxy>");
        return lines;
    }

    @Override
    public Rendered undo(Environment environment, Given given) {
        return Rendered.of(MavenSettings.remove(given.present()));
    }
}
