package dev.hopscope.trust;

import dev.hopscope.trust.TrustAnswer.Place;
import dev.hopscope.trust.TrustAnswer.State;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The certificate stores of Firefox and of Chromium on Linux, asked through {@code certutil}. Blocks. Changes nothing. */
final class NssStores {
    private static final Pattern ROW = Pattern.compile("(?m)^(\\S.*?)\\s+([a-zA-Z]*),([a-zA-Z]*),([a-zA-Z]*)\\s*$");
    private static final List<String> PROFILES = List.of(
            ".mozilla/firefox",
            "snap/firefox/common/.mozilla/firefox",
            ".var/app/org.mozilla.firefox/.mozilla/firefox",
            "Library/Application Support/Firefox/Profiles");
    private static final List<String> CHROMIUM = List.of(".pki/nssdb", "snap/chromium/current/.pki/nssdb");

    private final Path home;
    private final byte[] ours;

    NssStores(Path home, byte[] ours) {
        this.home = home;
        this.ours = ours;
    }

    List<TrustAnswer> ask() throws IOException {
        List<Path> stores = stores();
        if (stores.isEmpty()) {
            return List.of(answer(State.NOT_TRUSTED, "check.nss.none", home));
        }
        List<TrustAnswer> answers = new ArrayList<>();
        for (Path store : stores) {
            try {
                answers.add(ask(store));
            } catch (Missing e) {
                return List.of(answer(State.UNKNOWN, "check.nss.certutil", stores.size()));
            }
        }
        return answers;
    }

    private List<Path> stores() throws IOException {
        List<Path> found = new ArrayList<>();
        for (String folder : CHROMIUM) {
            add(home.resolve(folder), found);
        }
        for (String folder : PROFILES) {
            if (Files.isDirectory(home.resolve(folder))) {
                try (DirectoryStream<Path> profiles = Files.newDirectoryStream(home.resolve(folder))) {
                    profiles.forEach(profile -> add(profile, found));
                }
            }
        }
        return found;
    }

    private static void add(Path folder, List<Path> found) {
        if (Files.exists(folder.resolve("cert9.db"))) {
            found.add(folder);
        }
    }

    private TrustAnswer ask(Path store) throws IOException {
        String database = "sql:" + store;
        String list = new String(run("certutil", "-L", "-d", database), StandardCharsets.UTF_8);
        Matcher rows = ROW.matcher(list);
        while (rows.find()) {
            String name = rows.group(1);
            if (name.endsWith("Nickname")) {
                continue;
            }
            if (Arrays.equals(run("certutil", "-L", "-d", database, "-n", name, "-r"), ours)) {
                return rows.group(2).contains("C")
                        ? answer(State.TRUSTED, "check.there", store)
                        : answer(State.NOT_TRUSTED, "check.nss.untrusted", store, name);
            }
        }
        return answer(State.NOT_TRUSTED, "check.missing", store);
    }

    private static TrustAnswer answer(State state, String key, Object... arguments) {
        return new TrustAnswer(Place.NSS, state, TrustWords.text(key, arguments));
    }

    /** There is no such program. */
    private static final class Missing extends IOException {
        private static final long serialVersionUID = 1;

        Missing(IOException cause) {
            super(cause);
        }
    }

    private static byte[] run(String... command) throws IOException {
        Process process;
        try {
            process = new ProcessBuilder(command)
                    .redirectErrorStream(false)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            throw new Missing(e);
        }
        try {
            process.getOutputStream().close();
            process.onExit().orTimeout(20, TimeUnit.SECONDS).whenComplete((p, e) -> process.destroyForcibly());
            byte[] out = process.getInputStream().readAllBytes();
            int status = process.waitFor();
            if (status != 0) {
                throw new IOException(TrustWords.text("check.nss.failed", String.join(" ", command), status));
            }
            return out;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        } finally {
            process.destroyForcibly();
        }
    }
}
