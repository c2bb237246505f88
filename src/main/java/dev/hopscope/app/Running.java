package dev.hopscope.app;

import dev.hopscope.capture.Session;
import dev.hopscope.cli.HeadlessRun;
import dev.hopscope.proxy.ProxyServer;
import dev.hopscope.proxy.ProxyState;
import java.io.IOException;
import java.util.List;

/** A proxy with its session, ended in the right order: first what fills, then what keeps. Any thread. */
record Running(ProxyServer server, Session session, Task<?> leaves, List<String> notices) implements HeadlessRun {
    @Override
    public ProxyState state() {
        return server.state();
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
        try {
            server.close();
        } finally {
            session.close();
        }
    }
}
