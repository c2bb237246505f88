package dev.hopscope.pages;

import dev.hopscope.trust.TrustFiles;
import dev.hopscope.trust.TrustRecipe;
import dev.hopscope.trust.TrustRecipe.Format;
import dev.hopscope.trust.TrustRecipes;
import java.util.List;
import java.util.Map;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/** The markup of the start page. Any thread. Shows no captured data; the authority may still be in the making. */
final class StartSite {
    private final ResourceBundle words;
    private final Template page;
    private final Template missing;
    private final String style;
    private final PhoneCodes phones;

    StartSite(ResourceBundle words, String style) {
        this.words = words;
        this.style = style;
        this.phones = new PhoneCodes(words);
        this.page = Template.load("start.html", words);
        this.missing = Template.load("missing.html", words);
    }

    /**
     * @param boundHost as bound: {@code 0.0.0.0} for all addresses
     * @param files null while the authority is being made
     */
    String start(String proxyAddress, String boundHost, @Nullable CertificateFiles files) {
        return page.fill(Map.of(
                "style",
                style,
                "address",
                proxyAddress,
                "host",
                host(proxyAddress),
                "port",
                port(proxyAddress),
                "fingerprint",
                files == null ? words.getString("start.ca.pending") : files.fingerprint(),
                "phone",
                phones.markup(boundHost, port(proxyAddress)),
                "recipes",
                recipes(new TrustFiles(null, files == null ? "SHA-1-OF-THE-CERTIFICATE" : files.sha1()))));
    }

    String missing(String path) {
        return missing.fill(Map.of("style", style, "path", path.length() > 200 ? path.substring(0, 200) + "…" : path));
    }

    private String recipes(TrustFiles files) {
        StringBuilder html = new StringBuilder();
        for (TrustRecipe recipe : TrustRecipes.ALL) {
            html.append("<details name=\"trust\"><summary>")
                    .append(Html.escape(recipe.title()))
                    .append("</summary>");
            step(html, recipe.note(), recipe.install(files));
            html.append("<p class=\"small\">").append(word("trust.needs")).append(' ');
            html.append(link(recipe.format())).append("</p>");
            html.append("<p class=\"small\">").append(word("trust.remove")).append("</p>");
            step(html, recipe.removalNote(), recipe.remove(files));
            html.append("</details>\n");
        }
        return html.toString();
    }

    private static void step(StringBuilder html, String note, List<String> commands) {
        if (!note.isEmpty()) {
            html.append("<p>").append(Html.escape(note)).append("</p>");
        }
        if (!commands.isEmpty()) {
            html.append("<pre>");
            commands.forEach(command -> html.append(Html.escape(command)).append('\n'));
            html.append("</pre>");
        }
    }

    private static String link(Format format) {
        return "<a href=\"/" + format.fileName() + "\" download>" + format.fileName() + "</a>";
    }

    private String word(String key) {
        return Html.escape(words.getString(key));
    }

    private static String host(String address) {
        return address.substring(0, Math.max(0, address.lastIndexOf(':')));
    }

    private static String port(String address) {
        return address.substring(address.lastIndexOf(':') + 1);
    }
}
