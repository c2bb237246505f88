package dev.hopscope.app;

import dev.hopscope.cli.SafeText;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Locale;
import java.util.logging.ConsoleHandler;
import java.util.logging.Formatter;
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
