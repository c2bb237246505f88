package dev.hopscope.playground;

import dev.hopscope.proxy.InnerOrigins;
import java.util.ResourceBundle;

/** The page that says what there is to try. Any thread. */
final class IndexPage {
    private static final ResourceBundle WORDS = ResourceBundle.getBundle("dev.hopscope.playground.messages");

    private IndexPage() {}

    static String html(String style) {
        StringBuilder html = new StringBuilder("<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">")
                .append("<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">")
                .append("<link rel=\"icon\" href=\"/image.svg\"><title>")
                .append(word("title"))
                .append("</title><style>")
                .append(style)
                .append("</style></head><body><main><header><b>")
                .append(word("title"))
                .append("</b><span>")
                .append(InnerOrigins.PLAYGROUND)
                .append("</span></header>\n<section><h1>")
                .append(word("heading"))
                .append("</h1><p class=\"lead\">")
                .append(word("lead"))
                .append("</p><p>")
                .append(word("secure").replace("{0}", "<a href=\"https://" + InnerOrigins.PLAYGROUND + "/\">https</a>"))
                .append("</p></section>\n");
        for (Resources.Group group : Resources.GROUPS) {
            html.append("<section><h2>").append(word("group." + group.id())).append("</h2><dl>");
            for (Resource resource : group.resources()) {
                html.append("<dt><a href=\"")
                        .append(resource.path())
                        .append("\">")
                        .append(resource.path())
                        .append("</a></dt><dd>")
                        .append(word(resource.id()))
                        .append("</dd>");
            }
            html.append("</dl></section>\n");
        }
        return html.append("</main></body></html>\n").toString();
    }

    /** @throws java.util.MissingResourceException for a resource without words */
    static String word(String key) {
        return WORDS.getString("play." + key).replace("&", "&amp;").replace("<", "&lt;");
    }
}
