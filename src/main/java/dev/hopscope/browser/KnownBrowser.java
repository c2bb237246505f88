package dev.hopscope.browser;

import java.util.List;
import java.util.Locale;

/** The browsers Hopscope can open, in the order they are offered, with the places each is installed at. */
public enum KnownBrowser {
    CHROMIUM(
            "Chromium",
            false,
            List.of("chromium", "chromium-browser"),
            "Chromium.app/Contents/MacOS/Chromium",
            "Chromium\\Application\\chrome.exe"),
    CHROME(
            "Chrome",
            false,
            List.of("google-chrome", "google-chrome-stable", "google-chrome-beta"),
            "Google Chrome.app/Contents/MacOS/Google Chrome",
            "Google\\Chrome\\Application\\chrome.exe"),
    FIREFOX(
            "Firefox",
            true,
            List.of("firefox", "firefox-esr"),
            "Firefox.app/Contents/MacOS/firefox",
            "Mozilla Firefox\\firefox.exe"),
    EDGE(
            "Edge",
            false,
            List.of("microsoft-edge", "microsoft-edge-stable"),
            "Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
            "Microsoft\\Edge\\Application\\msedge.exe"),
    BRAVE(
            "Brave",
            false,
            List.of("brave-browser", "brave"),
            "Brave Browser.app/Contents/MacOS/Brave Browser",
            "BraveSoftware\\Brave-Browser\\Application\\brave.exe");

    private final String title;
    private final boolean gecko;
    private final List<String> commands;
    private final String macPlace;
    private final String windowsPlace;

    KnownBrowser(String title, boolean gecko, List<String> commands, String macPlace, String windowsPlace) {
        this.title = title;
        this.gecko = gecko;
        this.commands = commands;
        this.macPlace = macPlace;
        this.windowsPlace = windowsPlace;
    }

    /** Stable, also the name of its profile's folder: {@code chromium}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** As people call it. */
    public String title() {
        return title;
    }

    /** Whether it is a Firefox; the others are Chromiums. */
    boolean gecko() {
        return gecko;
    }

    /** Names on the PATH, best first. */
    List<String> commands() {
        return commands;
    }

    /** Below a folder of applications. */
    String macPlace() {
        return macPlace;
    }

    /** Below a folder of programs. */
    String windowsPlace() {
        return windowsPlace;
    }
}
