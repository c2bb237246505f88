package dev.hopscope.snippet.quote;

/** A value of a Java properties file, read as Latin-1 or UTF-8 alike ({@code java.util.Properties.load}); pure. */
public final class PropertiesQuoting {
    private PropertiesQuoting() {}

    public static String of(String text) {
        StringBuilder quoted = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' || c == ' ' && i == 0) {
                quoted.append('\\').append(c);
            } else if (c < ' ' || c > '~') {
                quoted.append("\\u%04x".formatted((int) c));
            } else {
                quoted.append(c);
            }
        }
        return quoted.toString();
    }
}
