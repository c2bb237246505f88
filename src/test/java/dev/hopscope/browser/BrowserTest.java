package dev.hopscope.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.hopscope.exchange.Endpoint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Browsers are found where each system puts them, and opened with a profile of their own: here a script that says what it was given. */
class BrowserTest {
    @TempDir
    Path folder;

    private final BlockingQueue<BrowserLauncher.Failed> failed = new LinkedBlockingQueue<>();

    private static List<Browser> found(String system, Map<String, String> variables, Set<String> programs) {
        return new BrowserPlaces(system, variables::get, "/home/me", path -> programs.contains(path.toString()))
                .installed();
    }

    @Test
    void onLinuxThePathIsAskedFirst() {
        assertThat(found(
                        "Linux", Map.of("PATH", "/opt/bin:/usr/bin"), Set.of("/opt/bin/chromium", "/usr/bin/chromium")))
                .containsExactly(new Browser(KnownBrowser.CHROMIUM, Path.of("/opt/bin/chromium")));
        assertThat(found("Linux", Map.of(), Set.of("/snap/bin/firefox", "/usr/bin/brave-browser")))
                .extracting(Browser::kind)
                .containsExactly(KnownBrowser.FIREFOX, KnownBrowser.BRAVE);
    }

    @Test
    void aRelativePathIsNoPlaceToLook() {
        assertThat(found("Linux", Map.of("PATH", ".:bin"), Set.of("./chromium", "bin/chromium", "chromium")))
                .isEmpty();
    }

    @Test
    void onMacApplicationsOfAllAndOfTheUserAreLookedAt() {
        assertThat(found(
                        "Mac OS X",
                        Map.of(),
                        Set.of(
                                "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
                                "/home/me/Applications/Firefox.app/Contents/MacOS/firefox")))
                .extracting(Browser::kind)
                .containsExactly(KnownBrowser.CHROME, KnownBrowser.FIREFOX);
    }

    @Test
    void onWindowsTheThreeFoldersOfProgramsAreLookedAt() {
        assertThat(found(
                        "Windows 11",
                        Map.of("ProgramFiles", "C:\\Program Files", "LocalAppData", "C:\\Users\\me\\AppData\\Local"),
                        Set.of(
                                "C:\\Program Files\\Microsoft\\Edge\\Application\\msedge.exe",
                                "C:\\Users\\me\\AppData\\Local\\Google\\Chrome\\Application\\chrome.exe")))
                .extracting(Browser::kind)
                .containsExactly(KnownBrowser.CHROME, KnownBrowser.EDGE);
    }

    private Way way() {
        return new Way(new Endpoint("127.0.0.1", 8899), folder.resolve("ca.pem"), "digest=");
    }

    private Browser script(KnownBrowser kind, String text) throws IOException {
        Path script = folder.resolve(kind.id() + ".sh");
        Files.writeString(script, "#!/bin/sh\n" + text + "\n");
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
        return new Browser(kind, script);
    }

    private BrowserLauncher launcher(boolean root) {
        return new BrowserLauncher(new ProfileFolders(folder.resolve("browsers"), folder), failed::add, root);
    }

    @Test
    void aChromiumGetsTheProxyForLoopbackTooAndTheKeyToTrust() {
        Browser chromium = new Browser(KnownBrowser.CHROMIUM, Path.of("/usr/bin/chromium"));
        List<String> command =
                ChromiumProfile.command(chromium, Path.of("/p"), way(), "http://playground.hopscope.test/", false);
        assertThat(command)
                .startsWith("/usr/bin/chromium", "--user-data-dir=/p")
                .contains(
                        "--proxy-server=http://127.0.0.1:8899",
                        "--proxy-bypass-list=<-loopback>",
                        "--ignore-certificate-errors-spki-list=digest=")
                .doesNotContain("--no-sandbox", "--ignore-certificate-errors")
                .endsWith("http://playground.hopscope.test/");
    }

    @Test
    void aChromiumOfRootRunsWithoutItsSandboxAndThatIsTold() throws Exception {
        Browser chromium = script(KnownBrowser.CHROMIUM, "exit 0");
        assertThat(launcher(true).open(chromium, way(), "http://x/")).isEqualTo(BrowserLauncher.Told.WITHOUT_SANDBOX);
        assertThat(launcher(false).open(chromium, way(), "http://x/")).isEqualTo(BrowserLauncher.Told.OPENED);
    }

    @Test
    void aProfileIsReadableByTheUserAlone() throws Exception {
        launcher(false).open(script(KnownBrowser.CHROMIUM, "exit 0"), way(), "http://x/");
        assertThat(Files.getPosixFilePermissions(folder.resolve("browsers/chromium")))
                .containsExactlyInAnyOrder(
                        PosixFilePermission.OWNER_READ,
                        PosixFilePermission.OWNER_WRITE,
                        PosixFilePermission.OWNER_EXECUTE);
    }

    @Test
    void aBrowserThatEndsAtOnceIsToldWithItsLastWordsAndTheCommand() throws Exception {
        launcher(false).open(script(KnownBrowser.CHROMIUM, "echo no display here; exit 3"), way(), "http://x/");
        BrowserLauncher.Failed told = failed.poll(30, TimeUnit.SECONDS);
        assertThat(told).isNotNull();
        assertThat(told.status()).isEqualTo(3);
        assertThat(told.said()).isEqualTo("no display here");
        assertThat(told.command()).contains("chromium.sh", "'--proxy-bypass-list=<-loopback>'");
    }

    @Test
    void aProgramThatCannotBeStartedIsAFailureWithTheCommand() {
        Browser gone = new Browser(KnownBrowser.CHROME, folder.resolve("gone"));
        assertThatThrownBy(() -> launcher(false).open(gone, way(), "http://x/"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("--user-data-dir=");
    }

    @Test
    void aFirefoxGetsItsPreferencesAndTheAuthorityInItsOwnStore() throws Exception {
        Path store = folder.resolve("browsers/firefox/cert9.db");
        assumeTrue(runs("certutil", "-H"), "certutil is not installed");
        assumeTrue(runs("openssl", "version"), "openssl is not installed");
        new ProcessBuilder(
                        "openssl",
                        "req",
                        "-x509",
                        "-newkey",
                        "ec",
                        "-pkeyopt",
                        "ec_paramgen_curve:P-256",
                        "-nodes",
                        "-subj",
                        "/CN=test",
                        "-keyout",
                        folder.resolve("key.pem").toString(),
                        "-out",
                        folder.resolve("ca.pem").toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        assertThat(launcher(false).open(script(KnownBrowser.FIREFOX, "exit 0"), way(), "http://x/"))
                .isEqualTo(BrowserLauncher.Told.OPENED);
        assertThat(store).exists();
        assertThat(Files.readString(folder.resolve("browsers/firefox/user.js")))
                .contains(
                        "user_pref(\"network.proxy.ssl_port\", 8899);",
                        "user_pref(\"network.proxy.allow_hijacking_localhost\", true);");
    }

    private static boolean runs(String... command) throws InterruptedException {
        try {
            new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
