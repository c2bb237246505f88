import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import java.util.zip.ZipFile;

/**
 * The Java runtime that is shipped: the modules of {@code modules.txt} with JavaFX among them, linked by the JDK that runs this.
 * The thread of the JVM; knows nothing of the program but its jars.
 */
final class JavaRuntime {
    /** What jdeps prints though no class of any jar refers to it. */
    private static final Set<String> NEVER_REACHED = Set.of("java.compiler");
    /** Programs that the runtime brings along: java starts everything, keytool makes the certificate of the class cache's origin. */
    private static final Set<String> PROGRAMS = Set.of("java", "keytool", "java.exe", "javaw.exe", "keytool.exe");

    private final Path modules;
    private final Path lib;
    private final Path work;

    /**
     * @param modules the list of modules, one a line
     * @param lib the folder of the laid-out program with {@code hopscope.jar}, {@code jars} and {@code javafx}
     * @param work a folder of its own to write into
     */
    JavaRuntime(Path modules, Path lib, Path work) {
        this.modules = modules;
        this.lib = lib;
        this.work = work;
    }

    /**
     * Links it into {@code work/runtime}; an {@link IOException} says which tool refused.
     *
     * @param archived whether the JDK's own class-data archive, 15 MB, comes along: where no class cache is made after installing
     */
    Path link(boolean archived) throws IOException {
        Path packed = javafxModules();
        List<String> wanted = Files.readAllLines(modules).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
        Path runtime = work.resolve("runtime");
        run(
                "jlink",
                List.of(
                        "--module-path", packed.toString(),
                        "--add-modules", String.join(",", wanted),
                        "--strip-java-debug-attributes",
                        "--compress", "zip-9",
                        "--no-header-files",
                        "--no-man-pages",
                        "--output", runtime.toString()));
        requireAll(runtime);
        nameMaker(runtime);
        strip(runtime);
        if (archived) {
            archive(runtime);
        }
        Files.delete(runtime.resolve("lib/classlist"));
        return runtime;
    }

    /** JavaFX comes as jars that carry their natives; as modules with natives beside the classes, nothing is unpacked when the program starts. */
    private Path javafxModules() throws IOException {
        Path packed = Files.createDirectories(work.resolve("jmods"));
        for (Path jar : list(lib.resolve("javafx"))) {
            Path classes = work.resolve("javafx").resolve(jar.getFileName().toString());
            Path natives = Files.createDirectories(work.resolve("javafx-natives").resolve(jar.getFileName().toString()));
            unpack(jar, classes, natives);
            String name = jar.getFileName().toString().replaceFirst("^javafx-(\\w+)-.*", "javafx.$1");
            run(
                    "jmod",
                    List.of(
                            "create",
                            "--class-path", classes.toString(),
                            Files.exists(Path.of(System.getProperty("java.home"), "bin", "java.exe")) ? "--cmds" : "--libs",
                            natives.toString(),
                            packed.resolve(name + ".jmod").toString()));
        }
        return packed;
    }

    private static void unpack(Path jar, Path classes, Path natives) throws IOException {
        Predicate<String> isNative = name -> name.matches("[^/]+\\.(so|dylib|dll)");
        try (var zip = new ZipFile(jar.toFile())) {
            for (var entry : zip.stream().filter(e -> !e.isDirectory()).toList()) {
                Path to = (isNative.test(entry.getName()) ? natives : classes).resolve(entry.getName()).normalize();
                Files.createDirectories(to.getParent());
                Files.copy(zip.getInputStream(entry), to, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    /** Every module that a jar names has to be there: a class missing at run time would be met by a user only. */
    private void requireAll(Path runtime) throws IOException {
        String path = String.join(System.getProperty("path.separator"), list(lib.resolve("jars")).stream().map(Path::toString).toList());
        String named = run(
                "jdeps",
                List.of(
                        "--multi-release", "25",
                        "--ignore-missing-deps",
                        "--print-module-deps",
                        "--recursive",
                        "--module-path", lib.resolve("javafx").toString(),
                        "--class-path", path,
                        lib.resolve("hopscope.jar").toString()));
        Set<String> missing = new TreeSet<>(List.of(named.strip().split(",")));
        Files.readAllLines(runtime.resolve("release")).stream()
                .filter(line -> line.startsWith("MODULES="))
                .flatMap(line -> Stream.of(line.replaceAll("^MODULES=\"|\"$", "").split(" ")))
                .forEach(missing::remove);
        missing.removeAll(NEVER_REACHED);
        if (!missing.isEmpty()) {
            throw new IOException("jars of the program need " + missing + ": name them in " + modules);
        }
    }

    /** jlink leaves out who built the runtime, by which the launcher knows the class cache that fits. */
    private static void nameMaker(Path runtime) throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(runtime.resolve("release")));
        Files.readAllLines(Path.of(System.getProperty("java.home"), "release")).stream()
                .filter(line -> line.matches("(IMPLEMENTOR|IMPLEMENTOR_VERSION|JAVA_RUNTIME_VERSION|SOURCE)=.*"))
                .forEach(lines::add);
        Files.write(runtime.resolve("release"), lines);
    }

    private static void strip(Path runtime) throws IOException {
        for (Path program : list(runtime.resolve("bin"))) {
            String name = program.getFileName().toString();
            if (!PROGRAMS.contains(name) && !name.endsWith(".dll")) {
                Files.delete(program);
            }
        }
        for (String unused : List.of("jrt-fs.jar", "jexec", "libsplashscreen.so", "libjsound.so")) {
            Files.deleteIfExists(runtime.resolve("lib").resolve(unused));
        }
    }

    /** The one that compact object headers take. */
    private static void archive(Path runtime) throws IOException {
        start(List.of(runtime.resolve("bin").resolve("java").toString(), "-XX:+UseCompactObjectHeaders", "-Xshare:dump", "-Xlog:disable", "-Xlog:all=error"));
    }

    static void start(List<String> command) throws IOException {
        try {
            int status = new ProcessBuilder(command).inheritIO().start().waitFor();
            if (status != 0) {
                throw new IOException(String.join(" ", command) + " ended with status " + status);
            }
        } catch (InterruptedException e) {
            throw new IOException("interrupted during " + command.getFirst(), e);
        }
    }

    static List<Path> list(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    private static String run(String tool, List<String> arguments) throws IOException {
        var out = new StringWriter();
        var writer = new PrintWriter(out);
        ToolProvider provider = ToolProvider.findFirst(tool).orElseThrow(() -> new IOException("this JDK has no " + tool));
        int status = provider.run(writer, writer, arguments.toArray(String[]::new));
        writer.flush();
        if (status != 0) {
            throw new IOException(tool + " refused:\n" + out);
        }
        return out.toString();
    }
}
