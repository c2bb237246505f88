package dev.hopscope;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.domain.PackageMatcher;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import dev.hopscope.exchange.Exchange;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the table of packages in {@code docs/architecture.md}: who may know whom, and why. */
class ArchitectureTest {

    private static final JavaClasses CLASSES = programOnly();

    private static final String OURS = "dev.hopscope.";
    private static final String NETTY = "io.netty..";
    private static final String BUFFERS = "io.netty.buffer..";
    private static final String GSON = "com.google.gson..";
    private static final String RE2 = "com.google.re2j..";
    private static final String[] JAVAFX = {"javafx..", "atlantafx..", "org.kordamp.ikonli.."};
    private static final String[] RICH_TEXT = {"org.fxmisc..", "org.reactfx.."};
    private static final String[] BODY_DRAWING = {
        "org.fxmisc..", "org.reactfx..", "com.twelvemonkeys.imageio..", "javax.imageio..", "java.awt.image.."
    };

    /** What a screen may know, besides {@code ui.kit} and itself. */
    private static final String[] FOR_SCREENS = {
        "ui.body..",
        "ui.diff..",
        "ui.cache",
        "ui.meaning..",
        "exchange",
        "capture",
        "caching",
        "inspect..",
        "snippet..",
        "trust..",
        "replay",
        "interchange..",
        "settings",
        "proxy"
    };

    /** One line of the table: classes of the package know only themselves, the JDK, JSpecify, and these. */
    record Row(String packageName, Set<String> may, String because) {
        @Override
        public String toString() {
            return packageName;
        }
    }

    static Stream<Row> table() {
        return Stream.of(
                row("exchange", "it is the vocabulary: everything points at it, it points at nothing"),
                row("proxy", "the engine's face is interfaces and records; no reader of it needs Netty", "exchange"),
                row("proxy.server", "it wires the engine and knows no reader", "exchange", "proxy..", NETTY),
                row(
                        "proxy.protocol..",
                        "a protocol reports to its tap and knows neither record nor screen",
                        "exchange",
                        "proxy",
                        "proxy.tap",
                        "proxy.upstream",
                        "proxy.tls",
                        "proxy.cache",
                        NETTY),
                row(
                        "proxy.tap",
                        "it turns what passes into events; of Netty it sees buffers alone",
                        "exchange",
                        "proxy",
                        BUFFERS),
                row(
                        "proxy.upstream",
                        "dialling is the same for every protocol",
                        "exchange",
                        "proxy",
                        "proxy.tls",
                        NETTY),
                row(
                        "proxy.cache",
                        "it stores and serves; what may be stored or served is decided in caching",
                        "exchange",
                        "proxy",
                        "caching",
                        BUFFERS),
                row(
                        "proxy.tls",
                        "certificates and the decision to open a tunnel serve every protocol",
                        "exchange",
                        "proxy",
                        NETTY,
                        "org.bouncycastle..",
                        RE2),
                row(
                        "caching",
                        "RFC 9111 as pure functions: one judge for our cache and for what we explain",
                        "exchange"),
                row(
                        "pages",
                        "local pages are text over the engine's face",
                        "exchange",
                        "proxy",
                        "snippet..",
                        "trust.."),
                row("browser", "it starts programs of this machine, whatever the proxy is", "exchange"),
                row(
                        "playground",
                        "an origin and its client: plain sockets, neither engine nor screen",
                        "exchange",
                        "proxy"),
                row(
                        "trust",
                        "whether our CA is trusted is asked of the system, not of the engine",
                        "exchange",
                        "proxy"),
                row("trust.qr", "the library of QR codes is known here alone", "com.google.zxing.."),
                row("capture", "it implements the two sinks and knows no screen and no wire", "exchange", "proxy"),
                row(
                        "capture.sqlite",
                        "JDBC lives here alone",
                        "exchange",
                        "capture",
                        "java.sql..",
                        "javax.sql..",
                        "org.sqlite.."),
                row("inspect", "pure functions over exchanges", "exchange", "caching", "inspect.."),
                row(
                        "inspect.body",
                        "pure functions over bodies; the decoders live here",
                        "exchange",
                        "inspect..",
                        GSON,
                        "com.aayushatharva.brotli4j..",
                        "com.github.luben.zstd.."),
                row("inspect.cache", "reads headers as caches wrote them", "exchange", "caching", "inspect.."),
                row(
                        "inspect.reuse",
                        "what rows of one URL tell about caches is a pure function of their heads",
                        "exchange",
                        "caching",
                        "inspect.."),
                row(
                        "inspect.diff",
                        "compares; JSON by structure",
                        "exchange",
                        "inspect..",
                        GSON,
                        "com.github.difflib.."),
                row(
                        "inspect.compare",
                        "two exchanges side by side, from what heads and bodies are; JSON by structure",
                        "exchange",
                        "inspect..",
                        GSON,
                        "com.github.difflib.."),
                row(
                        "inspect.meaning",
                        "what a line means is a pure function; Gson opens the JSON of a token",
                        "exchange",
                        "inspect..",
                        GSON),
                row(
                        "inspect.warning",
                        "what deserves a look is a pure function of an exchange",
                        "exchange",
                        "inspect.."),
                row("inspect.query", "the filter language is a pure function", "exchange", "caching", "inspect..", RE2),
                row(
                        "snippet..",
                        "text from its own records, so that every dialect is a table of golden texts",
                        "snippet.."),
                row("replay", "a reply comes back as a new exchange through the sinks", "exchange", "proxy"),
                row("interchange", "files in and out, of the vocabulary alone", "exchange", GSON),
                row(
                        "interchange.code",
                        "text from a draft alone, so that every target is tested by running what it writes",
                        "exchange",
                        "replay",
                        "snippet.quote"),
                row(
                        "interchange.paste",
                        "a draft from text alone: it runs nothing and opens no file; Gson reads a HAR",
                        "exchange",
                        "replay",
                        GSON),
                row("settings", "a record and its JSON file", GSON),
                row("ui.kit", "small controls and the frame pump know nothing of exchanges", JAVAFX),
                row(
                        "ui.shell",
                        "the window puts table and preferences in their places; the detail it knows by an interface",
                        screen("ui.table", "ui.compare", "ui.copyas", "ui.preferences")),
                row("ui.table", "a feature knows no other feature's view", screen()),
                row("ui.detail", "a feature knows no other feature's view", screen()),
                row("ui.compare", "a feature knows no other feature's view", screen()),
                row("ui.copyas", "a feature knows no other feature's view", screen()),
                row("ui.environment", "a feature knows no other feature's view", screen()),
                row("ui.preferences", "a feature knows no other feature's view", screen()),
                row("ui.meaning", "it draws what a line means, at the line", screen()),
                row(
                        "ui.body",
                        "it draws renderings; RichTextFX and the reader of WebP live here",
                        screen(BODY_DRAWING)),
                row("ui.diff", "it draws differences with the same text control", screen(RICH_TEXT)),
                row("ui.cache", "marks of caches look the same in the table, the detail and the sums", screen()),
                row(
                        "ui.editor",
                        "it edits requests with the same text control; Gson judges JSON and keeps the drafts",
                        screen(Stream.concat(Stream.of(RICH_TEXT), Stream.of(GSON))
                                .toArray(String[]::new))),
                row(
                        "cli",
                        "commands know faces; record loads no JavaFX class",
                        "exchange",
                        "proxy..",
                        "caching",
                        "pages",
                        "trust",
                        "capture..",
                        "inspect..",
                        "snippet..",
                        "replay",
                        "interchange..",
                        "settings",
                        "picocli..",
                        "sun.misc"));
    }

    @ParameterizedTest
    @MethodSource("table")
    void aPackageKnowsOnlyWhatItsRowNames(Row row) {
        classes()
                .that()
                .resideInAPackage(OURS + row.packageName())
                .should()
                .onlyDependOnClassesThat(allowed(row))
                .because(row.because())
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    @Test
    void everyPackageHasItsRow() {
        var rows =
                table().map(row -> PackageMatcher.of(OURS + row.packageName())).toList();
        assertThat(packages().map(JavaPackage::getName))
                .as("packages with a row in the table (app, which may know all, has none)")
                .allMatch(name -> name.equals(OURS + "app") || rows.stream().anyMatch(row -> row.matches(name)));
    }

    @Test
    void nobodyImportsApp() {
        forbid(
                noClasses()
                        .that()
                        .resideOutsideOfPackage(OURS + "app..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage(OURS + "app.."),
                "app wires everything and is known by nobody");
    }

    @Test
    void nettyLivesInTheSubPackagesOfTheProxy() {
        onlyIn("io.netty..", "no reader of the engine may come to depend on its buffers and loops", "proxy.*..");
    }

    @Test
    void bouncyCastleLivesInProxyTls() {
        onlyIn("org.bouncycastle..", "certificates are made and read in one place", "proxy.tls..");
    }

    @Test
    void jdbcLivesInCaptureSqlite() {
        onlyIn("java.sql..", "a session file has one writer and one schema", "capture.sqlite..");
    }

    @Test
    void richTextLivesWhereTextIsDrawn() {
        onlyIn("org.fxmisc..", "a text control is chosen once", "ui.body..", "ui.diff..", "ui.editor..");
    }

    @Test
    void javaFxLivesInTheScreen() {
        onlyIn("javafx..", "record, list and show run without a toolkit", "ui..", "app..");
        onlyIn("javafx.scene..", "scenes are drawn by screens; app only opens one", "ui..", "app..");
    }

    @Test
    void gsonLivesWhereTheTableSays() {
        onlyIn(
                GSON,
                "JSON is a format of files and bodies, not of our vocabulary",
                "settings",
                "interchange",
                "interchange.paste",
                "inspect.body",
                "inspect.compare",
                "inspect.diff",
                "inspect.meaning",
                "ui.editor");
    }

    @Test
    void picocliLivesInTheCommands() {
        onlyIn("picocli..", "the command line is one of several ways in", "cli..", "app..");
    }

    @Test
    void modelsOfTheScreenKnowNoScene() {
        forbid(
                noClasses()
                        .that()
                        .resideInAPackage(OURS + "ui..")
                        .and()
                        .haveSimpleNameEndingWith("Model")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage("javafx.scene..", "javafx.stage.."),
                "screen logic is tested without a toolkit");
    }

    @Test
    void cachingReadsNoClockAndDoesNoInputOrOutput() {
        forbid(
                noClasses()
                        .that()
                        .resideInAPackage(OURS + "caching..")
                        .should()
                        .dependOnClassesThat(resideInAnyPackage("java.io..", "java.nio..", "java.net.http..")
                                .or(name("java.net.Socket"))
                                .or(name("java.time.Clock"))),
                "the same question has the same answer at any time");
        for (var clock : List.of("currentTimeMillis", "nanoTime")) {
            forbid(
                    noClasses()
                            .that()
                            .resideInAPackage(OURS + "caching..")
                            .should()
                            .callMethod(System.class, clock),
                    "now is a parameter");
        }
        forbid(
                noClasses()
                        .that()
                        .resideInAPackage(OURS + "caching..")
                        .should()
                        .callMethod(java.time.Instant.class, "now"),
                "now is a parameter");
    }

    @Test
    void packagesFormNoCycle() {
        noCycle(OURS + "(*)..");
        noCycle(OURS + "ui.(*)..");
        noCycle(OURS + "inspect.(*)..");
        noCycle(OURS + "proxy.(*)..");
    }

    @Test
    void protocolsMeetOnlyThroughTheDetector() {
        classes()
                .that()
                .resideInAPackage(OURS + "proxy.protocol..")
                .and(not(name(OURS + "proxy.protocol.Protocols")))
                .should(knowNoProtocolButTheirOwn())
                .because("a protocol is added or removed without reading another")
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    @Test
    void aProtocolInAPackageOfItsOwnKnowsNoOther() {
        slices().matching(OURS + "proxy.protocol.(*)..")
                .should()
                .notDependOnEachOther()
                .because("a protocol is added or removed without reading another")
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    @Test
    void classesAreNounsOfTheGlossary() {
        forbid(
                noClasses().should().haveNameMatching(".*(Manager|Helper|Helpers|Util|Utils|Impl|Data)(\\$.*)?"),
                "such a name says nothing about the job");
    }

    @Test
    void everyPackageIsNullMarked() {
        assertThat(packages().filter(p -> !p.isAnnotatedWith(NullMarked.class)).map(JavaPackage::getName))
                .as("packages whose package-info.java lacks @NullMarked")
                .isEmpty();
    }

    private static JavaClasses programOnly() {
        ArchConfiguration.get().setResolveMissingDependenciesFromClassPath(false);
        var where = Exchange.class.getProtectionDomain().getCodeSource().getLocation();
        return new ClassFileImporter().importLocations(List.of(Location.of(where)));
    }

    private static Row row(String packageName, String because, String... may) {
        return new Row(packageName, Set.of(may), because);
    }

    private static String[] screen(String... more) {
        return Stream.of(Stream.of(FOR_SCREENS), Stream.of(JAVAFX), Stream.of("ui.kit"), Stream.of(more))
                .flatMap(s -> s)
                .toArray(String[]::new);
    }

    private static DescribedPredicate<JavaClass> allowed(Row row) {
        var names =
                Stream.concat(row.may().stream(), Stream.of(row.packageName())).map(ArchitectureTest::full);
        var jdk = resideInAnyPackage("java..", "javax..").and(not(resideInAnyPackage("java.sql..", "javax.sql..")));
        return resideInAnyPackage(names.toArray(String[]::new))
                .or(jdk)
                .or(resideInAPackage("org.jspecify.annotations"))
                .as("their own package, the JDK, " + String.join(", ", row.may()));
    }

    /** A name of ours stands in the table without its prefix. */
    private static String full(String name) {
        var first = name.split("\\.", 2)[0];
        return Set.of(
                                "exchange",
                                "proxy",
                                "caching",
                                "pages",
                                "playground",
                                "browser",
                                "trust",
                                "capture",
                                "inspect",
                                "snippet",
                                "replay",
                                "interchange",
                                "settings",
                                "ui",
                                "cli")
                        .contains(first)
                ? OURS + name
                : name;
    }

    private static void onlyIn(String library, String because, String... places) {
        forbid(
                noClasses()
                        .that()
                        .resideOutsideOfPackages(
                                Stream.of(places).map(p -> OURS + p).toArray(String[]::new))
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage(library),
                because);
    }

    private static void forbid(ArchRule rule, String because) {
        rule.because(because).allowEmptyShould(true).check(CLASSES);
    }

    private static void noCycle(String packages) {
        slices().matching(packages)
                .should()
                .beFreeOfCycles()
                .because("what points at each other cannot be read or changed alone")
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    private static ArchCondition<JavaClass> knowNoProtocolButTheirOwn() {
        return new ArchCondition<>("know no protocol but their own") {
            @Override
            public void check(JavaClass origin, ConditionEvents events) {
                origin.getDirectDependenciesFromSelf().stream()
                        .filter(d -> isProtocol(topLevel(d.getTargetClass())))
                        .filter(d -> !topLevel(d.getTargetClass()).equals(topLevel(origin)))
                        .forEach(d -> events.add(SimpleConditionEvent.violated(d, d.getDescription())));
            }
        };
    }

    private static boolean isProtocol(JavaClass c) {
        return !c.isInterface() && c.isAssignableTo(OURS + "proxy.protocol.Protocol");
    }

    private static JavaClass topLevel(JavaClass c) {
        var outer = c;
        while (outer.getEnclosingClass().isPresent()) {
            outer = outer.getEnclosingClass().get();
        }
        return outer;
    }

    private static Stream<JavaPackage> packages() {
        return Stream.concat(
                        Stream.of(CLASSES.getPackage("dev.hopscope")),
                        CLASSES.getPackage("dev.hopscope").getSubpackagesInTree().stream())
                .filter(p -> !p.getClasses().isEmpty());
    }
}
