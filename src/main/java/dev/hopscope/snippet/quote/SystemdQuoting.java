package dev.hopscope.snippet.quote;

/** An assignment in a unit file: within double quotes backslash and quote are escaped, and a percent sign begins a specifier (systemd.syntax(7), systemd.unit(5)); pure. */
public final class SystemdQuoting {
    private SystemdQuoting() {}

    public static String of(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("%", "%%") + "\"";
    }
}
