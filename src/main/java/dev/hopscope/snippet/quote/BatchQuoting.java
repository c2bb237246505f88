package dev.hopscope.snippet.quote;

/**
 * The argument of {@code set "name=value"} in a batch file of cmd: the quotes keep {@code & | < > ^}, a percent sign is
 * doubled; pure. A quote in the value is left: cmd reads the last one of the line as the end.
 */
public final class BatchQuoting {
    private BatchQuoting() {}

    public static String assignment(String name, String value) {
        return "\"" + name + "=" + value.replace("%", "%%") + "\"";
    }
}
