package dev.hopscope.app;

import dev.hopscope.cli.SafeText;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Locale;
import java.util.logging.ConsoleHandler;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Sends warnings of libraries and of our own to stderr, escaped: they may hold text from the wire. Made once by java.util.logging. */
public final class LogSetup {
    /** Called by the log manager (property {@code java.util.logging.config.class}). */
    public LogSetup() {
        ConsoleHandler handler = new ConsoleHandler();
        handler.setLevel(Level.WARNING);
        handler.setFormatter(new OneLine());
        Logger root = Logger.getLogger("");
        root.setLevel(Level.WARNING);
        root.addHandler(handler);
        root.addHandler(new ToErrorLog());
    }

    /** What was caught and logged, and is an error of the program itself. */
    private static final class ToErrorLog extends Handler {
        @Override
        public void publish(LogRecord entry) {
            Throwable error = entry.getThrown();
            if (error != null && entry.getLevel().intValue() >= Level.WARNING.intValue()) {
                ErrorLog.logged(String.valueOf(entry.getLoggerName()), error);
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }

    private static final class OneLine extends Formatter {
        @Override
        public String format(LogRecord entry) {
            StringWriter text = new StringWriter();
            text.append("hopscope: ")
                    .append(entry.getLevel().getName().toLowerCase(Locale.ROOT))
                    .append(": ");
            text.append(formatMessage(entry));
            if (entry.getThrown() != null) {
                text.append('\n');
                entry.getThrown().printStackTrace(new PrintWriter(text, true));
            }
            return SafeText.lines(text.toString().stripTrailing()) + "\n";
        }
    }
}
