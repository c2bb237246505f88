package dev.hopscope.app;

import dev.hopscope.capture.Session;
import dev.hopscope.cli.HeadlessRun;
import dev.hopscope.proxy.ProxyServer;
import dev.hopscope.proxy.ProxyState;
import java.util.List;

/** A proxy with its session, ended in the right order: first what fills, then what keeps. Any thread. */
record Running(ProxyServer server, Session session, List<String> notices) implements HeadlessRun {
    @Override
    public ProxyState state() {
        return server.state();
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
