package dev.hopscope.interchange.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.hopscope.exchange.Header;
import dev.hopscope.replay.RequestDraft;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written for a program is run by that program, and its request compared with the original, octet by octet. */
class RunCodeTest {
    private static final Set<String> OF_THE_PROGRAM =
            Set.of("host", "connection", "content-length", "transfer-encoding", "te", "keep-alive", "expect");

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"curl", "wget", "httpie"})
    void aCommandLineSendsWhatWasRecorded(String id) throws Exception {
        needs("bash", "-c", "command -v " + (id.equals("httpie") ? "http" : id));
        runs(id, "sh", List.of("bash", "-c", "for f in case*.sh; do bash $f >out.$f 2>err.$f || true; done"));
    }

    @ParameterizedTest
    @CsvSource({"python-requests,requests", "python-httpx,httpx", "python-urllib,urllib"})
    void aPythonProgramSendsWhatWasRecorded(String id, String module) throws Exception {
        String python = Files.isExecutable(Path.of("/usr/bin/python3")) ? "/usr/bin/python3" : "python3";
        needs(python, "-c", "import " + module);
        Files.writeString(
                folder.resolve("driver.py"),
                "import glob, runpy, traceback\nfor f in glob.glob('case*.py'):\n  try:\n    runpy.run_path(f)\n"
                        + "  except Exception:\n    print(f)\n    traceback.print_exc()\n");
        runs(id, "py", List.of(python, "driver.py"));
    }

    @ParameterizedTest
    @CsvSource({"js-fetch,node:http", "js-axios,axios", "node-http,node:http", "node-undici,undici"})
    void aNodeProgramSendsWhatWasRecorded(String id, String module) throws Exception {
        needs("node", "-e", "process.exit(typeof fetch === 'function' ? 0 : 1)");
        String root = output("npm", "root", "-g").strip();
        Files.createSymbolicLink(folder.resolve("node_modules"), Path.of(root.isEmpty() ? "none" : root));
        needs("node", "-e", "require('" + module + "')");
        Files.writeString(
                folder.resolve("driver.mjs"),
                "import { readdirSync } from 'node:fs';\n"
                        + "for (const f of readdirSync('.').filter(f => f.startsWith('case'))) {\n"
                        + "  try { await import('./' + f); } catch (e) { console.log(f, e); }\n"
                        + "}\n");
        runs(id, "mjs", List.of("node", "driver.mjs"));
    }

    @ParameterizedTest
    @CsvSource({"php-curl,curl_init", "php-guzzle,"})
    void aPhpProgramSendsWhatWasRecorded(String id, String function) throws Exception {
        needs("php", "-r", function == null ? "exit(0);" : "exit(function_exists('" + function + "') ? 0 : 1);");
        if (function == null) {
            needs("test", "-f", "/usr/share/php/GuzzleHttp/autoload.php");
            Files.createDirectory(folder.resolve("vendor"));
            Files.writeString(
                    folder.resolve("vendor/autoload.php"),
                    "<?php require_once '/usr/share/php/GuzzleHttp/autoload.php';");
        }
        Files.writeString(
                folder.resolve("driver.php"),
                "<?php foreach (glob('case*.php') as $f) { try { (function ($f) { include $f; })($f); }"
                        + " catch (Throwable $e) { echo $f, $e; } }");
        runs(id, "php", List.of("php", "driver.php"));
    }

    @ParameterizedTest
    @ValueSource(strings = "ruby")
    void aRubyProgramSendsWhatWasRecorded(String id) throws Exception {
        needs("ruby", "-e", "require 'net/http'");
        Files.writeString(
                folder.resolve("driver.rb"),
                "Dir['case*.rb'].each { |f| begin; load './' + f; rescue StandardError => e; puts f, e.full_message;"
                        + " end }");
        runs(id, "rb", List.of("ruby", "driver.rb"));
    }

    @ParameterizedTest
    @ValueSource(strings = "perl-lwp")
    void aPerlProgramSendsWhatWasRecorded(String id) throws Exception {
        needs("perl", "-MLWP::UserAgent", "-e", "1");
        Files.writeString(
                folder.resolve("driver.pl"), "for my $f (glob 'case*.pl') { do \"./$f\"; print \"$f $@\" if $@; }");
        runs(id, "pl", List.of("perl", "driver.pl"));
    }

    @ParameterizedTest
    @ValueSource(strings = "go")
    void aGoProgramSendsWhatWasRecorded(String id) throws Exception {
        needs("go", "version");
        Files.writeString(folder.resolve("go.mod"), "module cases\n");
        runs(id, "go", List.of("go", "run", "."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"java-httpclient", "java-okhttp"})
    void aJavaProgramSendsWhatWasRecorded(String id) throws Exception {
        String home = System.getProperty("java.home");
        Path compiler = Path.of(home, "bin", "javac");
        assumeTrue(Files.isExecutable(compiler), "skipped, since this Java has no compiler");
        String jars = id.equals("java-okhttp") ? okHttp() : ".";
        String command = "'" + compiler + "' -cp '" + jars + "' -d classes *.java && '" + home
                + "/bin/java' -cp 'classes:" + jars + "' Main";
        runs(id, "java", List.of("sh", "-c", command));
    }

    @ParameterizedTest
    @ValueSource(strings = "kotlin")
    void aKotlinProgramSendsWhatWasRecorded(String id) throws Exception {
        String jetbrains = "org/jetbrains/";
        String stdlib = jetbrains + "kotlin/kotlin-stdlib/2.2.21/kotlin-stdlib-2.2.21.jar";
        String compiler = repository(
                jetbrains + "kotlin/kotlin-compiler-embeddable/2.2.21/kotlin-compiler-embeddable-2.2.21.jar",
                stdlib,
                jetbrains + "kotlin/kotlin-script-runtime/2.2.21/kotlin-script-runtime-2.2.21.jar",
                jetbrains + "kotlin/kotlin-reflect/1.6.10/kotlin-reflect-1.6.10.jar",
                jetbrains + "kotlin/kotlin-daemon-embeddable/2.2.21/kotlin-daemon-embeddable-2.2.21.jar",
                jetbrains + "kotlinx/kotlinx-coroutines-core-jvm/1.8.0/kotlinx-coroutines-core-jvm-1.8.0.jar",
                jetbrains + "annotations/13.0/annotations-13.0.jar");
        String jars = okHttp() + ":" + repository(stdlib);
        String java = "'" + System.getProperty("java.home") + "/bin/java'";
        runs(
                id,
                "kt",
                List.of(
                        "sh",
                        "-c",
                        java + " -cp '" + compiler
                                + "' org.jetbrains.kotlin.cli.jvm.K2JVMCompiler -nowarn -no-stdlib -no-reflect"
                                + " -jvm-target 21 -cp '" + jars + "' -d classes *.kt && " + java + " -cp 'classes:"
                                + jars + "' MainKt"));
    }

    /** OkHttp and what it needs. */
    private static String okHttp() {
        return repository(
                "com/squareup/okhttp3/okhttp/4.12.0/okhttp-4.12.0.jar",
                "com/squareup/okio/okio-jvm/3.6.0/okio-jvm-3.6.0.jar",
                "org/jetbrains/kotlin/kotlin-stdlib/1.9.10/kotlin-stdlib-1.9.10.jar");
    }

    /** Jars of the local repository of Maven, as a class path. */
    private static String repository(String... wanted) {
        Path repository =
                Path.of(System.getProperty("maven.repo.local", System.getProperty("user.home") + "/.m2/repository"));
        List<String> jars = new ArrayList<>();
        for (String jar : wanted) {
            assumeTrue(Files.exists(repository.resolve(jar)), "skipped, since the local Maven repository lacks " + jar);
            jars.add(repository.resolve(jar).toString());
        }
        return String.join(":", jars);
    }

    private void runs(String id, String extension, List<String> command) throws Exception {
        CodeTarget target = CodeTargets.byId(id).orElseThrow();
        try (RecordingOrigin origin = new RecordingOrigin()) {
            Map<Integer, RequestDraft> written = new LinkedHashMap<>();
            List<RequestDraft> all = HostileRequests.all(origin.port());
            for (int i = 0; i < all.size(); i++) {
                if (CodeTargets.write(target, all.get(i), false) instanceof Code.Text code) {
                    String text = extension.equals("java")
                            ? code.text().replaceFirst("class (?:OkHttp)?Request \\{", "class Case" + i + " {")
                            : code.text()
                                    .replaceFirst(id.equals("go") ? "func main\\(\\)" : "(?!)", "func case" + i + "()")
                                    .replaceFirst(
                                            id.equals("kotlin") ? "fun main\\(\\)" : "(?!)", "fun case" + i + "()");
                    Files.writeString(folder.resolve("case" + i + "." + extension), text);
                    written.put(i, all.get(i));
                }
            }
            assertThat(written).as("requests that can be written").hasSizeGreaterThan(10);
            if (id.equals("go")) {
                String calls = written.keySet().stream()
                        .map(i -> "\tcase" + i + "()\n")
                        .collect(Collectors.joining());
                Files.writeString(folder.resolve("main.go"), "package main\n\nfunc main() {\n" + calls + "}\n");
            }
            if (id.equals("kotlin")) {
                String calls = written.keySet().stream()
                        .map(i -> "    try { case" + i + "() } catch (e: Exception) { e.printStackTrace() }\n")
                        .collect(Collectors.joining());
                Files.writeString(folder.resolve("Main.kt"), "fun main() {\n" + calls + "}\n");
            }
            if (extension.equals("java")) {
                String calls = written.keySet().stream()
                        .map(i -> "        try { Case" + i
                                + ".main(args); } catch (Exception e) { e.printStackTrace(); }\n")
                        .collect(Collectors.joining());
                Files.writeString(
                        folder.resolve("Main.java"),
                        "class Main {\n    public static void main(String[] args) {\n" + calls + "    }\n}\n");
            }
            String output = output(command.toArray(String[]::new));
            Map<Integer, RecordingOrigin.Seen> seen = new LinkedHashMap<>();
            for (RecordingOrigin.Seen one : origin.seen) {
                seen.put(Integer.parseInt(one.target().split("[/?]")[1]), one);
            }
            List<String> faults = new ArrayList<>();
            written.forEach((i, draft) -> faults.addAll(faults(i, draft, seen.get(i), target.card())));
            assertThat(faults).as("%s; it said: %s", id, output).isEmpty();
            assertThat(folder.resolve("x"))
                    .as("a file that only an executed message makes")
                    .doesNotExist();
        }
    }

    private static List<String> faults(int number, RequestDraft draft, RecordingOrigin.Seen seen, TargetCard card) {
        List<String> faults = new ArrayList<>();
        String at = number + ": ";
        if (seen == null) {
            return List.of(at + "nothing came of " + draft.method() + " " + draft.target());
        }
        if (!seen.method().equals(draft.method()) || !seen.target().equals(draft.target())) {
            faults.add(at + draft.method() + " " + draft.target() + " came as " + seen.startLine());
        }
        if (!java.util.Arrays.equals(seen.body(), draft.body().octets())) {
            faults.add(at + "body came as "
                    + new String(seen.body(), StandardCharsets.ISO_8859_1)
                            .codePoints()
                            .limit(300)
                            .mapToObj(c -> c < ' ' || c > '~' ? "<%x>".formatted(c) : Character.toString(c))
                            .collect(Collectors.joining()));
        }
        List<Header> wanted = new ArrayList<>(Judge.call(draft).fields());
        List<Header> came = new ArrayList<>();
        for (String line : seen.fields()) {
            int colon = line.indexOf(':');
            came.add(new Header(
                    line.substring(0, colon), line.substring(colon + 1).strip()));
        }
        boolean host = draft.headers().has("Host");
        came.removeIf(f -> OF_THE_PROGRAM.contains(f.name().toLowerCase(Locale.ROOT)) && !(host && f.is("Host"))
                || card.adds().stream().anyMatch(f::is) && !draft.headers().has(f.name()));
        if (host && wanted.stream().noneMatch(f -> f.is("Host"))) {
            came.removeIf(f -> f.is("Host"));
        }
        if (wanted.stream().anyMatch(f -> f.is("Host"))) {
            // stands first wherever the program puts it
            came.sort(java.util.Comparator.comparing(f -> !f.is("Host")));
            wanted.sort(java.util.Comparator.comparing(f -> !f.is("Host")));
        }
        if (!shape(wanted, card).equals(shape(came, card))) {
            faults.add(at + "fields " + shape(wanted, card) + " came as " + shape(came, card));
        }
        return faults;
    }

    private static List<String> shape(List<Header> fields, TargetCard card) {
        List<String> lines = new ArrayList<>();
        for (Header field : fields) {
            boolean one = fields.stream().filter(f -> f.is(field.name())).count() == 1;
            String name = !field.is("Host") && card.can(Trait.CASE) && (one || card.can(Trait.ORDER))
                    ? field.name()
                    : field.name().toLowerCase(Locale.ROOT);
            lines.add(name + ": " + field.value());
        }
        if (!card.can(Trait.ORDER)) {
            // the order among lines of one name counts all the same
            lines.sort(java.util.Comparator.comparing(
                    line -> line.substring(0, line.indexOf(':')).toLowerCase(Locale.ROOT)));
        }
        return lines;
    }

    private void needs(String... command) throws IOException, InterruptedException {
        boolean there;
        try {
            there = start(command).waitFor() == 0;
        } catch (IOException e) {
            there = false;
        }
        assumeTrue(there, "skipped, since this fails here: " + String.join(" ", command));
    }

    private String output(String... command) throws IOException, InterruptedException {
        start(command).waitFor();
        return Files.readString(folder.resolve("output.txt"), StandardCharsets.ISO_8859_1);
    }

    private Process start(String... command) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment()
                .keySet()
                .removeIf(name -> name.toLowerCase(Locale.ROOT).endsWith("_proxy"));
        builder.environment().put("PYTHONDONTWRITEBYTECODE", "1");
        return builder.redirectInput(new java.io.File("/dev/null"))
                .redirectOutput(folder.resolve("output.txt").toFile())
                .start();
    }
}
