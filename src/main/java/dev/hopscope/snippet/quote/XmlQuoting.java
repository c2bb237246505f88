package dev.hopscope.snippet.quote;

/** Character data of XML 1.0 (§2.4), good within double-quoted attributes too; pure. */
public final class XmlQuoting {
    private XmlQuoting() {}

    public static String of(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
