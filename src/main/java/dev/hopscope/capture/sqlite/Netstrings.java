package dev.hopscope.capture.sqlite;

import java.util.ArrayList;
import java.util.List;

/**
 * Lists of lists of any text in one text: each list is its size, a comma, and its texts, each as length in UTF-16 units, colon, text, comma. Pure; any thread.
 */
final class Netstrings {
    private Netstrings() {}

    static String encode(List<List<String>> lists) {
        StringBuilder out = new StringBuilder();
        for (List<String> list : lists) {
            out.append(list.size()).append(',');
            for (String text : list) {
                out.append(text.length()).append(':').append(text).append(',');
            }
        }
        return out.toString();
    }

    static List<List<String>> decode(String stored) throws DamagedException {
        List<List<String>> lists = new ArrayList<>();
        int at = 0;
        while (at < stored.length()) {
            int comma = end(stored, ',', at);
            int size = Text.number(stored.substring(at, comma));
            at = comma + 1;
            List<String> list = new ArrayList<>();
            for (int i = 0; i < size; i++) {
                int colon = end(stored, ':', at);
                int length = Text.number(stored.substring(at, colon));
                at = colon + 1;
                if (length >= stored.length() - at) {
                    throw new DamagedException("a text that ends too early");
                }
                list.add(stored.substring(at, at + length));
                at += length + 1;
            }
            lists.add(list);
        }
        return lists;
    }

    private static int end(String stored, char sign, int from) throws DamagedException {
        int found = stored.indexOf(sign, from);
        if (found < 0) {
            throw new DamagedException("a list that ends too early");
        }
        return found;
    }
}
