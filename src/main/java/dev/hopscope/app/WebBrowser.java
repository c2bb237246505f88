package dev.hopscope.app;

import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** Shows a page of our own in the user's browser, through the system's own command. Any thread; waits for nothing. */
final class WebBrowser {
    private WebBrowser() {}

    /** @return false where the system has no such command */
    static boolean open(String url) {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        List<String> command = system.startsWith("win")
                ? List.of("rundll32", "url.dll,FileProtocolHandler", url)
                : List.of(system.startsWith("mac") ? "open" : "xdg-open", url);
        try {
            new ProcessBuilder(command)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
