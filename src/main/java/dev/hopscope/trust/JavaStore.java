package dev.hopscope.trust;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The authorities a Java trusts. Reading blocks. Changes none.
 *
 * @param file its {@code cacerts}
 */
record JavaStore(Path file) {
    static JavaStore ofThisJava() {
        return in(Path.of(System.getProperty("java.home")));
    }

    private static JavaStore in(Path home) {
        return new JavaStore(home.resolve("lib").resolve("security").resolve("cacerts"));
    }

    /** The Java that runs Hopscope, and the one JAVA_HOME names; each once. */
    static List<JavaStore> all(@Nullable String javaHome) throws IOException {
        Map<Path, JavaStore> stores = new LinkedHashMap<>();
        JavaStore here = ofThisJava();
        stores.put(here.file.toRealPath(), here);
        if (javaHome != null && !javaHome.isBlank()) {
            JavaStore named = in(Path.of(javaHome));
            if (Files.exists(named.file)) {
                stores.putIfAbsent(named.file.toRealPath(), named);
            }
        }
        return List.copyOf(stores.values());
    }

    SystemAuthorities authorities() throws IOException {
        try {
            KeyStore store = KeyStore.getInstance(file.toFile(), (char[]) null);
            return new SystemAuthorities(file.toString(), SystemAuthorities.certificates(store));
        } catch (GeneralSecurityException e) {
            throw new IOException(file + " cannot be read: " + e.getMessage(), e);
        }
    }
}
