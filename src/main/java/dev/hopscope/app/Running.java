package dev.hopscope.app;

import dev.hopscope.capture.Session;
import dev.hopscope.cli.HeadlessRun;
import dev.hopscope.proxy.ProxyState;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;

/** A proxy with its session, ended in the right order: first what fills, then what keeps. Any thread. */
record Running(Engine engine, Session session, boolean automatic, Task<?> leaves, Queue<String> told)
        implements HeadlessRun {
    private static final Logger LOG = System.getLogger(Running.class.getName());

    @Override
    public ProxyState state() {
        return engine.server().state();
    }

    @Override
    public List<String> notices() {
        List<String> fresh = new ArrayList<>();
        for (String notice = told.poll(); notice != null; notice = told.poll()) {
            fresh.add(notice);
        }
        return fresh;
    }

    @Override
    public boolean complete() throws IOException {
        if (!leaves.future().isDone()) {
            return false;
        }
        leaves.await();
        return true;
    }

    @Override
    public void close() {
        boolean listened = state() instanceof ProxyState.Listening;
        try {
            engine.close();
        } finally {
            boolean unused = automatic && session.log().size() == 0 && !listened;
            session.close();
            if (unused) {
                remove(session.file());
            }
        }
    }

    /** A start that failed leaves no empty session behind: it would count among those that are kept. */
    private static void remove(Path file) {
        for (String suffix : List.of("-wal", "-shm", "-lock", "")) {
            try {
                Files.deleteIfExists(file.resolveSibling(file.getFileName() + suffix));
            } catch (IOException e) {
                LOG.log(Level.WARNING, "An empty session was left: " + e, e);
            }
        }
    }
}
