package dev.hopscope.exchange;

/** The version of HTTP a message was carried by (RFC 9110 §2.5), with the short form used in the table. */
public enum HttpVersion {
    HTTP_1_0("1.0", "HTTP/1.0"),
    HTTP_1_1("1.1", "HTTP/1.1"),
    HTTP_2("2", "HTTP/2"),
    HTTP_3("3", "HTTP/3");

    private final String shortName;
    private final String text;

    HttpVersion(String shortName, String text) {
        this.shortName = shortName;
        this.text = text;
    }

    public String shortName() {
        return shortName;
    }

    /** As in a start line: {@code HTTP/1.1}. */
    public String text() {
        return text;
    }
}
