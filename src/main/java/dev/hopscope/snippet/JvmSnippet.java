package dev.hopscope.snippet;

import dev.hopscope.snippet.quote.ShQuoting;
import java.util.stream.Collectors;

/** One run of a JVM, by flags before its class or jar; stateless. */
final class JvmSnippet implements Snippet {
    @Override
    public SnippetCard card() {
        return SnippetCard.run("jvm", "java -D", SnippetGroup.JVM, "a shell").named("jar", "app.jar");
    }

    @Override
    public Rendered apply(Environment environment, Given given) {
        JvmProperties jvm = JvmProperties.of(environment);
        String flags = jvm.properties().stream()
                .map(one -> "  -D" + one.name() + "=" + ShQuoting.of(one.value()) + " \\\n")
                .collect(Collectors.joining());
        return Rendered.of("java \\\n" + flags + "  -jar " + ShQuoting.of(given.nameFor(card())) + "\n")
                .noting("onProxyHosts", jvm.notes());
    }

    @Override
    public Rendered undo(Environment environment, Given given) {
        return Rendered.of("java -jar " + ShQuoting.of(given.nameFor(card())) + "\n");
    }
}
