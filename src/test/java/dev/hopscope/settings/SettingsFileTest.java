package dev.hopscope.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsFileTest {
    @TempDir
    Path folder;

    private Path path;
    private SettingsFile file;

    @BeforeEach
    void open() {
        path = folder.resolve("settings.json");
        file = new SettingsFile(path);
    }

    private static final Settings CHANGED = Settings.DEFAULT
            .withProxy(p -> p.withAddress("0.0.0.0", 9000)
                    .withUpstream(new Settings.Upstream("proxy.test", 3128, "ann", "secret"))
                    .withUpstreamCa(List.of("/ca.pem")))
            .withInterception(i -> i.withOn(false).withIgnoreHosts(List.of("bank")))
            .withRecording(r -> r.withMaxBodyBytes(1).withRetention(3, 1000))
            .withWindow(w -> w.withTheme(Settings.Theme.DARK)
                    .withTextSize(15)
                    .withLayout("columns", "a,b")
                    .withRecentFile("/x.hops"));

    @Test
    void aMissingFileGivesDefaults() {
        assertThat(file.read()).isEqualTo(new SettingsFile.Read(Settings.DEFAULT, null));
    }

    @Test
    void whatIsWrittenIsReadAgain() throws IOException {
        file.write(CHANGED);
        assertThat(new SettingsFile(path).read()).isEqualTo(new SettingsFile.Read(CHANGED, null));
    }

    @Test
    void twoProgramsMayWriteAtOnce() throws Exception {
        try (ExecutorService two = Executors.newFixedThreadPool(2)) {
            Callable<Boolean> writes = () -> {
                SettingsFile mine = new SettingsFile(path);
                for (int i = 0; i < 200; i++) {
                    mine.write(CHANGED);
                }
                return true;
            };
            for (Future<Boolean> done : two.invokeAll(List.of(writes, writes))) {
                assertThat(done.get()).isTrue();
            }
        }
        assertThat(new SettingsFile(path).read().settings()).isEqualTo(CHANGED);
        try (Stream<Path> files = Files.list(path.getParent())) {
            assertThat(files).containsExactly(path);
        }
    }

    @Test
    void onlyTheUserMayReadTheFile() throws IOException {
        file.write(CHANGED);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                .isEqualTo("rw-------");
    }

    @Test
    void missingKeysHaveDefaults() throws IOException {
        Files.writeString(path, "{\"proxy\": {\"port\": 9001}}");
        assertThat(file.read().settings()).isEqualTo(Settings.DEFAULT.withProxy(p -> p.withAddress("127.0.0.1", 9001)));
    }

    @Test
    void keysOfANewerVersionSurvive() throws IOException {
        Files.writeString(path, "{\"proxy\": {\"port\": 9001, \"quic\": true}, \"later\": [1]}");
        file.write(file.read().settings().withProxy(p -> p.withAddress("127.0.0.1", 9002)));
        JsonObject now = JsonParser.parseString(Files.readString(path)).getAsJsonObject();
        assertThat(now.get("later").toString()).isEqualTo("[1]");
        assertThat(now.getAsJsonObject("proxy").get("quic").getAsBoolean()).isTrue();
        assertThat(now.getAsJsonObject("proxy").get("port").getAsInt()).isEqualTo(9002);
    }

    @Test
    void anEntryRemovedFromTheLayoutIsGone() throws IOException {
        file.write(CHANGED);
        Settings without = CHANGED.withWindow(
                w -> new Settings.Window(w.theme(), w.textSize(), java.util.Map.of(), w.recentFiles()));
        file.write(without);
        assertThat(new SettingsFile(path).read().settings().window().layout()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "null",
                "7",
                "{\"proxy\": 1}",
                "{\"proxy\": {\"port\": \"x\"}}",
                "{\"proxy\": {\"host\": null}}",
                "{\"window\": {\"theme\": \"PINK\"}}",
                "{\"interception\": {\"ignoreHosts\": [null]}}"
            })
    void aDamagedFileIsKeptAsideAndSaidSo(String text) throws IOException {
        Files.writeString(path, text);
        SettingsFile.Read read = file.read();
        assertThat(read.settings()).isEqualTo(Settings.DEFAULT);
        assertThat(read.problem()).contains("settings.json").contains("settings.json.bad");
        assertThat(folder.resolve("settings.json.bad")).content().isEqualTo(text);
        assertThat(path).doesNotExist();
    }

    @Test
    void aPortOutOfRangeIsNamed() throws IOException {
        Files.writeString(path, "{\"proxy\": {\"port\": 99999}}");
        assertThat(file.read().problem()).contains("proxy.port is 99999, but must lie between 0 and 65535");
    }

    @Test
    void optionsOfThisRunAreNotStored() throws IOException {
        CurrentSettings current =
                new CurrentSettings(file, Settings.DEFAULT, s -> s.withProxy(p -> p.withAddress("127.0.0.1", 1234)));
        assertThat(current.get().proxy().port()).isEqualTo(1234);
        current.update(s -> s.withWindow(w -> w.withTextSize(20)));
        assertThat(current.get().proxy().port()).isEqualTo(1234);
        Settings stored = new SettingsFile(path).read().settings();
        assertThat(stored.proxy().port()).isEqualTo(8888);
        assertThat(stored.window().textSize()).isEqualTo(20);
    }

    @Test
    void theTenNewestFilesAreRemembered() {
        Settings.Window window = Settings.Window.DEFAULT;
        for (int i = 0; i < 12; i++) {
            window = window.withRecentFile("/" + i);
        }
        assertThat(window.withRecentFile("/5").recentFiles())
                .hasSize(10)
                .startsWith("/5", "/11")
                .doesNotHaveDuplicates();
    }

    @Test
    void theFolderIsMadeForTheUserAlone() throws IOException {
        ConfigFolder made = new ConfigFolder(folder.resolve("a/b")).create();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(made.path())))
                .isEqualTo("rwx------");
        assertThat(made.sessions()).isDirectory();
    }

    @Test
    void aFileInPlaceOfTheFolderIsSaidSo() throws IOException {
        Path blocked = Files.createFile(folder.resolve("taken"));
        assertThatThrownBy(() -> new ConfigFolder(blocked).create())
                .isInstanceOf(IOException.class)
                .hasMessageContaining("--confdir");
    }
}
