package dev.hopscope.ui.environment;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list as it is written. Immutable; pure. Decides nothing: the client named the entry.
 *
 * @param deciding it is the entry that made the client go direct
 */
record ListPiece(String text, boolean deciding) {
    private static final Pattern PIECE = Pattern.compile("[^,\\s]+|[,\\s]+");

    /** @param entry as the client reads it: in another case perhaps, or without leading stars and dots */
    static List<ListPiece> of(String list, @Nullable String entry) {
        List<String> texts = new ArrayList<>();
        Matcher matcher = PIECE.matcher(list);
        while (matcher.find()) {
            texts.add(matcher.group());
        }
        boolean exact = entry != null && texts.contains(entry);
        return texts.stream()
                .map(text -> new ListPiece(
                        text,
                        entry != null
                                && (exact ? text.equals(entry) : core(text).equals(core(entry)))))
                .toList();
    }

    private static String core(String entry) {
        return entry.toLowerCase(Locale.ROOT).replaceFirst("^[*.]+", "");
    }
}
