package dev.hopscope.cli;

import dev.hopscope.proxy.Authority;
import dev.hopscope.proxy.AuthorityChanges;
import dev.hopscope.settings.ConfigFolder;
import dev.hopscope.trust.TrustAnswer;
import dev.hopscope.trust.TrustAnswer.Place;
import dev.hopscope.trust.TrustAnswer.State;
import dev.hopscope.trust.TrustBundle;
import dev.hopscope.trust.TrustCheck;
import dev.hopscope.trust.TrustFiles;
import dev.hopscope.trust.TrustGroup;
import dev.hopscope.trust.TrustRecipe;
import dev.hopscope.trust.TrustRecipes;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** What {@code ca} says about trust. Runs on the thread that called. Installs nothing. */
final class CaTrust {
    private static final int MOST_PASSWORD = 64 << 10;

    private final Console console;

    CaTrust(Console console) {
        this.console = console;
    }

    int list() throws IOException {
        try (Writer out = console.text()) {
            TrustGroup group = null;
            for (TrustRecipe recipe : TrustRecipes.ALL) {
                if (recipe.group() != group) {
                    group = recipe.group();
                    out.write(group.title() + "\n");
                }
                out.write("  %-16s  %s%n".formatted(recipe.id(), recipe.title()));
            }
        }
        return ExitStatus.OK;
    }

    int recipe(String id, boolean remove, Authority authority) throws IOException {
        TrustRecipe recipe = TrustRecipes.byId(id)
                .orElseThrow(() -> CommandFailure.wrongUse(
                        "No recipe is called '" + id + "'. 'hopscope ca --recipes' shows them."));
        TrustFiles files = TrustFiles.of(authority);
        try (Writer out = console.machine()) {
            for (String line : remove ? recipe.remove(files) : recipe.install(files)) {
                out.write(line + "\n");
            }
        }
        String note = remove ? recipe.removalNote() : recipe.note();
        if (!note.isEmpty()) {
            console.message(note);
        }
        return ExitStatus.OK;
    }

    int bundle(Authority authority, @Nullable Path file, boolean trustStore) {
        Path target = (file == null ? Path.of(TrustFiles.BUNDLE) : file)
                .toAbsolutePath()
                .normalize();
        try {
            TrustBundle bundle = TrustBundle.of(authority.certificate());
            TrustBundle.Written written = trustStore ? bundle.writeTrustStore(target) : bundle.writePem(target);
            console.message(written.file() + " holds " + written.authorities() + " authorities: those of "
                    + written.source() + " and Hopscope's.");
            return ExitStatus.OK;
        } catch (IOException e) {
            throw CommandFailure.failure(target + " was not written: " + Words.of(e));
        }
    }

    /** @param own a user's own authority; null to make a new one */
    int replace(
            Program program, ConfigFolder folder, @Nullable Path own, @Nullable Path key, @Nullable Path passwordFile) {
        try {
            String password = passwordFile == null ? null : firstLine(passwordFile);
            AuthorityChanges changes = program.authorities(folder);
            AuthorityChanges.Done done = own == null ? changes.regenerate() : changes.takeOver(own, key, password);
            Authority now = done.authority();
            console.message((own == null ? "A new authority was made: " : "The authority was taken over: ")
                    + now.certificate().getSubjectX500Principal().getName() + ".");
            console.message("SHA-256 fingerprint " + now.fingerprint());
            if (done.former() != null) {
                console.message("Clients that trusted the former one do not trust this one. The former key is kept as "
                        + done.former() + "; bundles and trust stores that were written hold the former certificate:"
                        + " write them again.");
            }
            console.message("A Hopscope that is running goes on with the one it has until it is started again.");
            return ExitStatus.OK;
        } catch (IOException e) {
            throw CommandFailure.failure(Words.of(e));
        }
    }

    private static String firstLine(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] octets = in.readNBytes(MOST_PASSWORD + 1);
            if (octets.length > MOST_PASSWORD) {
                throw CommandFailure.failure("The password was not read: " + file + " is larger than 64 KiB.");
            }
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(octets))
                    .toString();
            return text.lines().findFirst().orElse("");
        } catch (CharacterCodingException e) {
            throw CommandFailure.failure("The password was not read: " + file + " is no text in UTF-8.");
        } catch (IOException e) {
            throw CommandFailure.failure("The password was not read from " + file + ": " + Words.of(e));
        }
    }

    int check(Authority authority) {
        TrustCheck check = TrustCheck.of(authority.certificate());
        boolean trusted = false;
        for (Place place : Place.values()) {
            for (TrustAnswer answer : check.ask(place)) {
                console.print("%-18s %s".formatted(place.title(), answer.words()));
                trusted |= answer.state() == State.TRUSTED;
            }
        }
        return trusted ? ExitStatus.OK : ExitStatus.NOTHING_FOUND;
    }
}
