package dev.hopscope.ui.shell;

import dev.hopscope.ui.cache.ContentsPane;

/** What the pane of stored responses asks of the window. FX thread. */
record CacheQuestions(ShellCommands commands, Questions questions, Runnable openPreferences, Runnable away)
        implements ContentsPane.Asks {
    @Override
    public void turnOn() {
        commands.setCache(true);
    }

    @Override
    public void preferences() {
        openPreferences.run();
    }

    @Override
    public boolean confirm(String question, String consequence, String verb) {
        return questions.confirm(question, consequence, verb);
    }

    @Override
    public void close() {
        away.run();
    }
}
