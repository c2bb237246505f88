package dev.hopscope.browser;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How a Chromium is started: everything by its command line. Pure. */
final class ChromiumProfile {
    /** What it would ask for by itself, which is not the user's traffic. */
    private static final List<String> QUIET = List.of(
            "--no-first-run",
            "--no-default-browser-check",
            "--allow-browser-signin=false",
            "--disable-background-networking",
            "--disable-client-side-phishing-detection",
            "--disable-component-extensions-with-background-pages",
            "--disable-default-apps",
            "--metrics-recording-only",
            "--disable-component-update",
            "--disable-domain-reliability",
            "--disable-sync",
            "--disable-search-engine-choice-screen",
            "--hide-crash-restore-bubble",
            "--no-pings",
            "--password-store=basic",
            "--use-mock-keychain",
            "--disable-features=OptimizationHints,MediaRouter,Translate,AutofillServerCommunication,HttpsUpgrades,"
                    + "HttpsFirstBalancedModeAutoEnable,NetworkTimeServiceQuerying");

    private ChromiumProfile() {}

    /**
     * The command.
     *
     * @param root whether this process runs as root, as whom Chromium starts without its sandbox only
     */
    static List<String> command(Browser browser, Path profile, Way way, String url, boolean root) {
        List<String> command = new ArrayList<>();
        command.add(browser.program().toString());
        command.add("--user-data-dir=" + profile);
        command.add("--proxy-server=http://" + way.proxy());
        // without it, loopback goes past the proxy
        command.add("--proxy-bypass-list=<-loopback>");
        // holds for this profile alone, and for certificates with our key alone
        command.add("--ignore-certificate-errors-spki-list=" + way.keyDigest());
        // else it warns of the line above in a bar
        command.add("--test-type");
        command.addAll(QUIET);
        if (root) {
            command.add("--no-sandbox");
        }
        command.add(url);
        return command;
    }
}
