package dev.hopscope.snippet;

import dev.hopscope.snippet.quote.JavaToolOptionsQuoting;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The proxy as system properties of a JVM (the JDK's "Networking Properties"); immutable. */
record JvmProperties(List<Assignment> properties, List<String> notes) {
    static JvmProperties of(Environment environment) {
        ProxyAddress proxy = environment.proxy();
        ListFor list = ListFor.clients(environment.bypass(), "java-huc");
        JvmProperties plain = of(proxy, environment.variables().list(), list);
        Trust trust = environment.trust();
        if (trust == null) {
            return plain;
        }
        List<Assignment> all = new ArrayList<>(plain.properties());
        all.addAll(trust.properties());
        return new JvmProperties(all, plain.notes());
    }

    /** As flags in one text, quoted for JAVA_TOOL_OPTIONS. */
    String options() {
        return properties.stream()
                .map(one -> JavaToolOptionsQuoting.of("-D" + one.name() + "=" + one.value()))
                .collect(Collectors.joining(" "));
    }

    private static JvmProperties of(ProxyAddress proxy, boolean withList, ListFor list) {
        List<Assignment> all = new ArrayList<>();
        List<String> notes = new ArrayList<>(withList ? list.notes() : List.of());
        String hosts = list.joined("|");
        if (proxy.scheme() == ProxyScheme.SOCKS5H) {
            all.add(new Assignment("socksProxyHost", proxy.host()));
            all.add(new Assignment("socksProxyPort", String.valueOf(proxy.port())));
            if (proxy.hasCredentials()) {
                all.add(new Assignment("java.net.socks.username", proxy.user()));
                all.add(new Assignment("java.net.socks.password", proxy.password()));
            }
            if (withList) {
                all.add(new Assignment("socksNonProxyHosts", hosts));
            }
            notes.add("java.net.http.HttpClient knows no SOCKS and goes direct.");
            return new JvmProperties(all, notes);
        }
        for (String scheme : List.of("http", "https")) {
            all.add(new Assignment(scheme + ".proxyHost", proxy.host()));
            all.add(new Assignment(scheme + ".proxyPort", String.valueOf(proxy.port())));
            if (proxy.hasCredentials()) {
                all.add(new Assignment(scheme + ".proxyUser", proxy.user()));
                all.add(new Assignment(scheme + ".proxyPassword", proxy.password()));
            }
        }
        if (withList) {
            all.add(new Assignment("http.nonProxyHosts", hosts));
        }
        if (withList && !hosts.isEmpty()) {
            notes.add("http.nonProxyHosts counts for https too; localhost, 127.*, [::1], 0.0.0.0 and [::0] go direct in"
                    + " any case.");
        }
        if (proxy.scheme() == ProxyScheme.HTTPS) {
            notes.add("The JDK speaks no TLS with a proxy: it sends clear text to this port.");
        }
        if (proxy.hasCredentials()) {
            notes.add("The JDK itself sends no user and password: an Authenticator of the program does, and many tools"
                    + " read these properties for it.");
        }
        return new JvmProperties(all, notes);
    }
}
