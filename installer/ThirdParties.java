import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.zip.ZipFile;

/**
 * What others made and the program carries: a bill of materials (CycloneDX), a list to read, and the text of every licence.
 * The thread of the JVM; adds to Maven's list what Maven does not know: the Java runtime and the fonts.
 */
final class ThirdParties {
    /** Licence as the bill names it, to the file with its text. One that is not here stops the build. */
    private static final Map<String, String> TEXTS = Map.of(
            "Apache-2.0", "Apache-2.0.txt",
            "BSD-2-Clause", "BSD-2-Clause.txt",
            "BSD-3-Clause", "BSD-3-Clause.txt",
            "MIT", "MIT.txt",
            "OFL-1.1", "Inter-LICENSE.txt, JetBrainsMono-LICENSE.txt",
            "Bouncy Castle Licence", "bcprov-jdk18on-LICENSE.md",
            "GPL-2.0-with-classpath-exception", "GPL-2.0-with-classpath-exception.txt");

    private final Path project;
    private final Path jars;
    private final Path runtime;

    ThirdParties(Path project, Path jars, Path runtime) {
        this.project = project;
        this.jars = jars;
        this.runtime = runtime;
    }

    /** Writes {@code hopscope.cdx.json}, {@code THIRD-PARTY.txt} and the texts into the folder. */
    void write(Path bill, Path folder) throws IOException {
        Files.createDirectories(folder);
        JsonObject root = JsonParser.parseString(Files.readString(bill)).getAsJsonObject();
        JsonArray components = root.getAsJsonArray("components");
        components.forEach(component -> correct(component.getAsJsonObject()));
        addWhatMavenDoesNotKnow(components);
        Files.writeString(folder.resolve("hopscope.cdx.json"), new GsonBuilder().setPrettyPrinting().create().toJson(root) + "\n");
        writeTexts(folder);
        writeList(components, folder);
    }

    /** Names that the poms of these libraries give wrongly or in words of their own. */
    private static void correct(JsonObject component) {
        String group = text(component, "group");
        if (group.startsWith("com.twelvemonkeys") || group.equals("com.google.re2j")) {
            component.add("licenses", licences("BSD-3-Clause"));
        } else if (group.equals("org.fxmisc.richtext")) {
            component.add("licenses", licences("BSD-2-Clause"));
        }
    }

    private void addWhatMavenDoesNotKnow(JsonArray components) throws IOException {
        Map<String, String> release = new LinkedHashMap<>();
        for (String line : Files.readAllLines(runtime.resolve("release"))) {
            release.put(line.substring(0, line.indexOf('=')), line.substring(line.indexOf('=') + 1).replace("\"", ""));
        }
        components.add(component("platform", "Java runtime (" + release.get("IMPLEMENTOR") + ")", release.get("JAVA_RUNTIME_VERSION"), "GPL-2.0-with-classpath-exception"));
        components.add(component("data", "Inter", "4.001", "OFL-1.1"));
        components.add(component("data", "JetBrains Mono NL", "2.242", "OFL-1.1"));
        components.add(component("data", "Bootstrap Icons", "1.4.1", "MIT"));
    }

    private static JsonObject component(String type, String name, String version, String licence) {
        var component = new JsonObject();
        component.addProperty("type", type);
        component.addProperty("bom-ref", name + "@" + version);
        component.addProperty("name", name);
        component.addProperty("version", version);
        component.add("licenses", licences(licence));
        return component;
    }

    private static JsonArray licences(String name) {
        var licence = new JsonObject();
        licence.addProperty("id", name);
        var choice = new JsonObject();
        choice.add("license", licence);
        var all = new JsonArray();
        all.add(choice);
        return all;
    }

    private void writeTexts(Path folder) throws IOException {
        copy(project.resolve("LICENSE"), folder.resolve("Apache-2.0.txt"));
        for (Path text : JavaRuntime.list(project.resolve("installer/licenses"))) {
            copy(text, folder.resolve(text.getFileName().toString()));
        }
        Path fonts = project.resolve("src/main/resources/dev/hopscope/ui/fonts");
        for (String font : new String[] {"Inter", "JetBrainsMono"}) {
            copy(fonts.resolve(font + "-LICENSE.txt"), folder.resolve(font + "-LICENSE.txt"));
        }
        Path java = runtime.resolve("legal/java.base");
        Files.writeString(
                folder.resolve("GPL-2.0-with-classpath-exception.txt"),
                Files.readString(java.resolve("LICENSE")) + "\n\n" + Files.readString(java.resolve("ASSEMBLY_EXCEPTION")));
        for (Path jar : JavaRuntime.list(jars)) {
            copyTextsOf(jar, folder);
        }
    }

    /** Licences and notices that a jar carries itself, under the name of the jar. */
    private static void copyTextsOf(Path jar, Path folder) throws IOException {
        String name = jar.getFileName().toString().replaceFirst("-\\d.*", "");
        try (var zip = new ZipFile(jar.toFile())) {
            for (var entry : zip.stream().filter(e -> e.getName().matches("(?i)META-INF/(.*/)?(LICENSE|NOTICE)[^/]*")).toList()) {
                String file = entry.getName().replaceFirst(".*/", "");
                Files.copy(zip.getInputStream(entry), folder.resolve(name + "-" + file), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
    }

    private void writeList(JsonArray components, Path folder) throws IOException {
        var lines = new TreeSet<String>();
        for (var element : components) {
            JsonObject component = element.getAsJsonObject();
            String licence = licenceOf(component);
            String texts = TEXTS.get(licence);
            if (texts == null) {
                throw new IOException("no text of the licence '" + licence + "' of " + text(component, "name") + ": add it to installer/licenses and name it in ThirdParties");
            }
            lines.add("%-45s %-16s %-34s %s".formatted(text(component, "name"), text(component, "version"), licence, texts));
        }
        String head = """
                Hopscope stands under the Apache License 2.0 (Apache-2.0.txt). It carries the works of others below, each under its own
                licence, whose text is in the file named last, in this folder. Further files of the form LIBRARY-NOTICE and LIBRARY-LICENSE
                are what a library carries in its jar. Texts for parts of the Java runtime are in its folder legal.

                """;
        Files.writeString(folder.resolve("THIRD-PARTY.txt"), head + String.join("\n", lines) + "\n");
    }

    private static String licenceOf(JsonObject component) {
        var all = component.getAsJsonArray("licenses");
        if (all == null || all.isEmpty()) {
            return "none given";
        }
        JsonObject first = all.get(0).getAsJsonObject();
        if (first.has("expression")) {
            return text(first, "expression");
        }
        JsonObject licence = first.getAsJsonObject("license");
        return licence.has("id") ? text(licence, "id") : text(licence, "name");
    }

    private static String text(JsonObject object, String name) {
        return object.has(name) ? object.get(name).getAsString() : "";
    }
}
