package dev.hopscope.inspect.meaning;

import java.util.Set;

/** Priority (RFC 9218) and Prefer (RFC 7240): wishes about the answer. Any thread. */
final class PriorityDecoder implements FieldDecoder {
    @Override
    public Set<String> names() {
        return Set.of("priority", "prefer", "preference-applied");
    }

    @Override
    public void decode(String name, String value, Setting setting, Parts out) {
        for (String text : Syntax.split(value, ',')) {
            Syntax.Pair pair = Syntax.pair(text);
            if (name.equals("priority")) {
                priority(pair, out);
            } else {
                out.add(text, preference(pair));
            }
        }
    }

    private static void priority(Syntax.Pair pair, Parts out) {
        switch (pair.key()) {
            case "u" -> {
                long urgency = Spans.seconds(pair.value());
                if (urgency < 0 || urgency > 7) {
                    out.fault(pair.text(), "Urgency goes from 0 to 7: ignored.");
                } else {
                    out.add(
                            pair.text(),
                            "urgency " + urgency
                                    + (urgency == 3
                                            ? ", the usual"
                                            : urgency < 3 ? ", before others" : ", after others"));
                }
            }
            case "i" ->
                out.add(
                        pair.text(),
                        pair.value().equals("?0")
                                ? "of use only as a whole"
                                : "of use bit by bit, side by side with others");
            default -> out.advice(pair.text(), "Not a parameter of this field: ignored.");
        }
    }

    private static String preference(Syntax.Pair pair) {
        return switch (pair.key()) {
            case "return" ->
                pair.value().equalsIgnoreCase("minimal")
                        ? "as little as possible in the answer"
                        : "the whole resource in the answer";
            case "respond-async" -> "answer 202 rather than let me wait";
            case "wait" -> "wait for this many seconds at most";
            case "handling" -> "how strictly to judge mistakes of the request";
            case "odata.maxpagesize", "maxpagesize" -> "at most so many entries a page";
            case "depth-noroot" -> "leave the collection itself out";
            default -> "a wish Hopscope has no words for";
        };
    }
}
