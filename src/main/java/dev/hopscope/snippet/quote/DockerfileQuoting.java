package dev.hopscope.snippet.quote;

/** A value of ARG and ENV in a Dockerfile: within double quotes backslash, quote and dollar sign are escaped; pure. */
public final class DockerfileQuoting {
    private DockerfileQuoting() {}

    public static String of(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("$", "\\$") + "\"";
    }
}
