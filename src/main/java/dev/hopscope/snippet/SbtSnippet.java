package dev.hopscope.snippet;

import java.util.List;

/** sbt: flags for its JVM in the project's {@code .sbtopts}, whose lines are split at blanks; stateless. */
final class SbtSnippet extends LinesSnippet {
    @Override
    public SnippetCard card() {
        return SnippetCard.file("sbt", "sbt", SnippetGroup.JVM, ".sbtopts");
    }

    @Override
    FileLines lines(Environment environment, Given given) {
        JvmProperties jvm = JvmProperties.of(environment);
        List<String> lines = jvm.properties().stream().map(SbtSnippet::flag).toList();
        return FileLines.of(
                        lines,
                        "\\s*(-J)?-D(https?\\.(proxy(Host|Port|User|Password)|nonProxyHosts)|javax\\.net\\.ssl\\.trustStore(Password)?|socks(ProxyHost|ProxyPort|NonProxyHosts))=.*")
                .noting(jvm.notes(), "onProxyHosts");
    }

    private static String flag(Assignment one) {
        if (!one.value().matches("[^\\s\"'`$\\\\]*")) {
            throw new IllegalArgumentException(".sbtopts cannot hold blanks, quotes, backslashes and dollar signs, as "
                    + one.name() + " has. Use the target java-tool-options.");
        }
        return "-J-D" + one.name() + "=" + one.value();
    }
}
