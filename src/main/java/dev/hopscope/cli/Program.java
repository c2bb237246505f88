package dev.hopscope.cli;

import dev.hopscope.capture.SessionReader;
import dev.hopscope.proxy.Authority;
import dev.hopscope.proxy.AuthorityChanges;
import dev.hopscope.settings.ConfigFolder;
import java.io.IOException;
import java.nio.file.Path;

/** What the commands ask of the program around them. Any thread; every call may block. Each part is loaded when it is first asked for. */
public interface Program {
    /** Begins to load, in the background, what a run needs whatever its options say: it takes about as long as reading them. */
    void warmUp();

    /** Shows the window with proxy and recording, until it is closed. */
    int window(RunRequest request);

    /** Shows the window on an existing session, read-only, until it is closed. */
    int open(Path session, ConfigFolder folder);

    /**
     * Starts proxy and recording without a window.
     *
     * @throws IOException whose message says what is wrong and what to do: no session file, no authority
     */
    HeadlessRun run(RunRequest request) throws IOException;

    /**
     * Opens a session to read, also one that is being recorded.
     *
     * @throws IOException whose message says what is wrong
     */
    SessionReader read(Path file) throws IOException;

    /**
     * Our authority, made where there is none yet.
     *
     * @throws IOException whose message says what is wrong and what to do
     */
    Authority authority(ConfigFolder folder) throws IOException;

    /**
     * What puts another authority in the place of ours; a Hopscope that runs goes on with the one it has.
     *
     * @throws IOException whose message says what is wrong
     */
    AuthorityChanges authorities(ConfigFolder folder) throws IOException;
}
