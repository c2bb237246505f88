package dev.hopscope.browser;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which browsers are installed, by the usual places of each system. Any thread; looks at the disk. Starts none of them. */
public final class BrowserPlaces {
    private final String system;
    private final UnaryOperator<@Nullable String> environment;
    private final String home;
    private final Predicate<Path> program;

    /**
     * @param system {@code os.name}
     * @param environment a variable's value, null where it is not set
     * @param program whether a path is a program
     */
    BrowserPlaces(String system, UnaryOperator<@Nullable String> environment, String home, Predicate<Path> program) {
        this.system = system.toLowerCase(Locale.ROOT);
        this.environment = environment;
        this.home = home;
        this.program = program;
    }

    public static BrowserPlaces ofThisMachine() {
        return new BrowserPlaces(
                System.getProperty("os.name", ""),
                System::getenv,
                System.getProperty("user.home", "."),
                Files::isExecutable);
    }

    /** In the order they are offered. */
    public List<Browser> installed() {
        List<Browser> found = new ArrayList<>();
        for (KnownBrowser kind : KnownBrowser.values()) {
            places(kind).filter(program).findFirst().ifPresent(place -> found.add(new Browser(kind, place)));
        }
        return found;
    }

    private Stream<Path> places(KnownBrowser kind) {
        if (system.startsWith("mac")) {
            return Stream.of("/Applications", home + "/Applications").map(folder -> Path.of(folder, kind.macPlace()));
        }
        if (system.startsWith("win")) {
            return Stream.of("ProgramFiles", "ProgramFiles(x86)", "LocalAppData")
                    .map(environment)
                    .filter(java.util.Objects::nonNull)
                    .map(folder -> Path.of(folder + "\\" + kind.windowsPlace()));
        }
        List<String> folders = new ArrayList<>();
        String path = environment.apply("PATH");
        if (path != null) {
            folders.addAll(List.of(path.split(":")));
        }
        folders.addAll(List.of("/usr/local/bin", "/usr/bin", "/snap/bin"));
        return kind.commands().stream()
                .flatMap(name -> folders.stream()
                        .filter(folder -> folder.startsWith("/"))
                        .map(folder -> Path.of(folder, name)));
    }
}
