package dev.hopscope.snippet;

import dev.hopscope.snippet.quote.PropertiesQuoting;
import java.util.stream.Collectors;

/** Gradle's properties, which it gives to its own JVM; stateless. */
final class GradleSnippet extends LinesSnippet {
    @Override
    public SnippetCard card() {
        return SnippetCard.file("gradle", "Gradle", SnippetGroup.JVM, "~/.gradle/gradle.properties");
    }

    @Override
    FileLines lines(Environment environment, Given given) {
        JvmProperties jvm = JvmProperties.of(environment);
        String names = jvm.properties().stream()
                .map(one -> one.name().replace(".", "\\."))
                .collect(Collectors.joining("|"));
        return FileLines.of(
                        jvm.properties().stream()
                                .map(one -> "systemProp." + one.name() + "=" + PropertiesQuoting.of(one.value()))
                                .toList(),
                        "\\s*systemProp\\.(" + names + ")\\s*[=:].*")
                .noting(jvm.notes(), "onProxyHosts");
    }
}
