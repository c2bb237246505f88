import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Makes what is installed, from the laid-out program: its own Java runtime, licences, the app image of jpackage; then calls the
 * script of this system, which makes the packages. The thread of the JVM, which is that of the JDK 25; compiles nothing but the
 * maker of the class cache.
 *
 * <p>Arguments: the folder of the project, and its version. The result is in {@code target/installer}.
 */
final class MakeImage {
    private static final String DESCRIPTION = "A debugging proxy that shows each hop of every HTTP exchange";

    private enum Platform {
        linux,
        macos,
        windows
    }

    private final Path project;
    private final String version;
    private final Path home;
    private final Path work;
    private final Path program;
    private final Platform platform = platform();

    private MakeImage(Path project, String version) {
        this.project = project;
        this.version = version;
        this.home = project.resolve("target/hopscope");
        this.work = project.resolve("target/installer");
        this.program = work.resolve("program");
    }

    public static void main(String[] args) throws IOException {
        new MakeImage(Path.of(args[0]).toAbsolutePath(), args[1]).make();
    }

    private static Platform platform() {
        String name = System.getProperty("os.name");
        return name.startsWith("Windows") ? Platform.windows : name.startsWith("Mac") ? Platform.macos : Platform.linux;
    }

    private void make() throws IOException {
        delete(work);
        Path runtime = new JavaRuntime(project.resolve("installer/modules.txt"), home.resolve("lib"), work).link(platform != Platform.linux);
        layOutProgram();
        new ThirdParties(project, home.resolve("lib/jars"), runtime).write(project.resolve("target/bom.json"), program.resolve("legal"));
        Path image = jpackage(runtime);
        Path script = project.resolve("installer").resolve(platform.name());
        List<String> command = new ArrayList<>(
                platform == Platform.windows
                        ? List.of("powershell", "-ExecutionPolicy", "Bypass", "-File", script.resolve("package.ps1").toString())
                        : List.of(script.resolve("package").toString()));
        command.addAll(List.of(System.getProperty("java.home"), image.toString(), work.toString(), version));
        JavaRuntime.start(command);
    }

    /** {@code bin} and {@code lib} as they were laid out, without JavaFX, which is in the runtime, and without caches of another Java. */
    private void layOutProgram() throws IOException {
        Path lib = Files.createDirectories(program.resolve("lib"));
        copy(home.resolve("bin"), program.resolve("bin"));
        copy(home.resolve("lib/native"), lib.resolve("native"));
        Files.createDirectories(lib.resolve("jars"));
        for (Path jar : JavaRuntime.list(home.resolve("lib/jars"))) {
            copyWithoutNatives(jar, lib.resolve("jars").resolve(jar.getFileName()));
        }
        for (Path file : JavaRuntime.list(home.resolve("lib"))) {
            String name = file.getFileName().toString();
            if (name.equals("hopscope.jar") || name.endsWith(".args")) {
                Files.copy(file, lib.resolve(name), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
        if (platform == Platform.linux) {
            Files.copy(project.resolve("installer/linux/class-cache"), program.resolve("bin/class-cache"), StandardCopyOption.COPY_ATTRIBUTES);
            compile(project.resolve("src/main/launcher/ClassCache.java"), lib.resolve("classcache"));
        }
    }

    /** The natives of Netty and SQLite lie in {@code lib/native} already, from where they are loaded. */
    private static void copyWithoutNatives(Path jar, Path to) throws IOException {
        if (!jar.getFileName().toString().matches("(netty|sqlite).*")) {
            Files.copy(jar, to, StandardCopyOption.COPY_ATTRIBUTES);
            return;
        }
        try (var zip = new ZipFile(jar.toFile());
                var out = new ZipOutputStream(Files.newOutputStream(to))) {
            out.setLevel(9);
            for (var entry : zip.stream().filter(e -> !e.getName().matches("(META-INF|org/sqlite)/native/.*")).toList()) {
                var copy = new ZipEntry(entry.getName());
                copy.setTime(entry.getTime());
                out.putNextEntry(copy);
                zip.getInputStream(entry).transferTo(out);
                out.closeEntry();
            }
        }
    }

    private static void compile(Path source, Path to) throws IOException {
        run("javac", List.of("-g:none", "-d", to.toString(), source.toString()));
    }

    private Path jpackage(Path runtime) throws IOException {
        String name = platform == Platform.linux ? "hopscope" : "Hopscope";
        String icon = switch (platform) {
            case linux -> "hopscope-512.png";
            case macos -> "hopscope.icns";
            case windows -> "hopscope.ico";
        };
        List<String> arguments = new ArrayList<>(List.of(
                "--type", "app-image",
                "--name", name,
                "--app-version", numbers(),
                "--vendor", "Hopscope",
                "--description", DESCRIPTION,
                "--copyright", "The authors of Hopscope; Apache-2.0",
                "--icon", project.resolve("target/icons").resolve(icon).toString(),
                "--runtime-image", runtime.toString(),
                "--input", program.toString(),
                "--main-jar", "lib/hopscope.jar",
                "--main-class", "dev.hopscope.app.Main",
                "--dest", work.resolve("image").toString()));
        for (String option : optionsOfWindow()) {
            arguments.addAll(List.of("--java-options", option));
        }
        run("jpackage", arguments);
        return work.resolve("image").resolve(platform == Platform.macos ? name + ".app" : name);
    }

    /** What our own launcher gives the JVM for a window; the program of jpackage knows only one set. */
    private List<String> optionsOfWindow() throws IOException {
        return Stream.concat(
                        Stream.concat(
                                Files.readAllLines(program.resolve("lib/jvm.args")).stream(),
                                Files.readAllLines(program.resolve("lib/window.args")).stream()),
                        Stream.of("-Djava.library.path=$APPDIR/lib/native", "-Dorg.sqlite.lib.path=$APPDIR/lib/native"))
                .filter(line -> !line.isBlank())
                .toList();
    }

    /** Installers of macOS and Windows know numbers only, and that of macOS none that begins with 0. */
    private String numbers() {
        String numbers = version.replaceFirst("-.*", "");
        return platform == Platform.macos && numbers.startsWith("0.") ? "1." + numbers.substring(2) : numbers;
    }

    private static void run(String tool, List<String> arguments) throws IOException {
        ToolProvider provider = ToolProvider.findFirst(tool).orElseThrow(() -> new IOException("this JDK has no " + tool));
        int status = provider.run(new PrintWriter(System.out, true), new PrintWriter(System.err, true), arguments.toArray(String[]::new));
        if (status != 0) {
            throw new IOException(tool + " ended with status " + status);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target, StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
