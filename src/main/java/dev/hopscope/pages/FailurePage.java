package dev.hopscope.pages;

import dev.hopscope.exchange.Failure;
import dev.hopscope.exchange.Origin;
import dev.hopscope.exchange.Phase;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/** The words of a failure as HTML or text: what, why, what to do, and that Hopscope says it. Any thread. */
final class FailurePage {
    private final ResourceBundle words;
    private final Template page;
    private final String style;

    FailurePage(ResourceBundle words, String style) {
        this.words = words;
        this.style = style;
        this.page = Template.load("failure.html", words);
    }

    String html(int status, String reason, Failure failure, @Nullable Origin origin) {
        return page.fill(Map.of(
                "style", style,
                "status", Integer.toString(status),
                "reason", reason,
                "title", title(status, failure, origin),
                "detail", sentence(failure.detail()),
                "advice", advice(status, failure),
                "phase", words.getString("phase." + name(failure.phase())),
                "code", failure.code(),
                "origin", origin == null ? words.getString("failure.origin.unknown") : origin.toString()));
    }

    String text(int status, String reason, Failure failure, @Nullable Origin origin) {
        return "Hopscope: " + Html.plain(title(status, failure, origin)) + "\n\n"
                + Html.plain(sentence(failure.detail())) + "\n"
                + advice(status, failure) + "\n\n"
                + words.getString("failure.status") + ": " + status + " " + reason + "\n"
                + words.getString("failure.phase") + ": " + words.getString("phase." + name(failure.phase())) + "\n"
                + words.getString("failure.code") + ": " + Html.plain(failure.code()) + "\n"
                + (origin == null
                        ? ""
                        : words.getString("failure.origin") + ": " + Html.plain(origin.toString()) + "\n")
                + "\n" + words.getString("failure.from") + "\n";
    }

    private String title(int status, Failure failure, @Nullable Origin origin) {
        String whom = origin == null ? words.getString("failure.site") : origin.host();
        String key = status == 421 ? "title.misdirected" : "title." + name(failure.phase());
        return MessageFormat.format(words.getString(key).replace("'", "''"), whom);
    }

    private String advice(int status, Failure failure) {
        String ofCode = "advice." + failure.code();
        if (words.containsKey(ofCode)) {
            return words.getString(ofCode);
        }
        return words.getString(status == 421 ? "advice.misdirected" : "advice." + name(failure.phase()));
    }

    /** A name at its beginning, such as a host's, keeps its case. */
    static String sentence(String detail) {
        if (detail.isEmpty()) {
            return "";
        }
        String first = detail.split(" ", 2)[0];
        boolean word = first.chars().allMatch(c -> c >= 'a' && c <= 'z');
        return (word ? Character.toUpperCase(detail.charAt(0)) + detail.substring(1) : detail)
                + (detail.endsWith(".") ? "" : ".");
    }

    static String name(Phase phase) {
        return phase.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
