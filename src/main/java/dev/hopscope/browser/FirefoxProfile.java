package dev.hopscope.browser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** How a Firefox is started: its profile's {@code user.js}, and the authority in the profile's own store. Writes into the profile only. */
final class FirefoxProfile {
    private FirefoxProfile() {}

    static List<String> command(Browser browser, Path profile, String url) {
        return List.of(browser.program().toString(), "--profile", profile.toString(), "--no-remote", url);
    }

    /** Writes what holds from the next start on. */
    static void write(Path profile, Way way) throws IOException {
        Files.writeString(profile.resolve("user.js"), preferences(way));
    }

    static String preferences(Way way) {
        StringBuilder js = new StringBuilder("// written by Hopscope at each start\n");
        number(js, "network.proxy.type", 1);
        for (String scheme : List.of("http", "ssl")) {
            text(js, "network.proxy." + scheme, way.proxy().host());
            number(js, "network.proxy." + scheme + "_port", way.proxy().port());
        }
        text(js, "network.proxy.no_proxies_on", "");
        flag(js, "network.proxy.allow_hijacking_localhost", true);
        // an authority that this system trusts counts too
        flag(js, "security.enterprise_roots.enabled", true);
        for (String off : List.of(
                "app.normandy.enabled",
                "app.update.auto",
                "browser.aboutwelcome.enabled",
                "browser.discovery.enabled",
                "browser.newtabpage.activity-stream.feeds.section.topstories",
                "browser.newtabpage.activity-stream.showSponsored",
                "browser.newtabpage.activity-stream.showSponsoredTopSites",
                "browser.safebrowsing.malware.enabled",
                "browser.safebrowsing.phishing.enabled",
                "browser.shell.checkDefaultBrowser",
                "datareporting.healthreport.uploadEnabled",
                "datareporting.policy.dataSubmissionEnabled",
                "dom.security.https_first",
                "extensions.update.enabled",
                "network.captive-portal-service.enabled",
                "network.connectivity-service.enabled",
                "network.http.http3.enable",
                "toolkit.telemetry.enabled")) {
            flag(js, off, false);
        }
        text(js, "browser.startup.homepage_override.mstone", "ignore");
        text(js, "services.settings.server", "data:,#remote-settings-dummy/v1");
        number(js, "browser.startup.page", 0);
        return js.toString();
    }

    private static void text(StringBuilder js, String name, String value) {
        pref(js, name, "\"" + value.replace("\\", "\\\\").replace("\"", "\\\"") + "\"");
    }

    private static void number(StringBuilder js, String name, int value) {
        pref(js, name, Integer.toString(value));
    }

    private static void flag(StringBuilder js, String name, boolean value) {
        pref(js, name, Boolean.toString(value));
    }

    private static void pref(StringBuilder js, String name, String value) {
        js.append("user_pref(\"").append(name).append("\", ").append(value).append(");\n");
    }

    /**
     * Puts the authority into the profile's own store.
     *
     * @return whether it is there; false where this system has no {@code certutil}
     */
    static boolean trust(Path profile, Path authority) throws IOException {
        String store = "sql:" + profile;
        if (!Files.exists(profile.resolve("cert9.db")) && !run("certutil", "-N", "-d", store, "--empty-password")) {
            return false;
        }
        // an earlier authority of the same name would stay beside it
        run("certutil", "-D", "-d", store, "-n", "Hopscope");
        return run("certutil", "-A", "-d", store, "-n", "Hopscope", "-t", "C,,", "-i", authority.toString());
    }

    private static boolean run(String... command) throws IOException {
        Process process;
        try {
            process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            return false; // there is no such program
        }
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroy();
                return false;
            }
            return process.exitValue() == 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
