package dev.hopscope.inspect.meaning;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Server-Timing: what the server spent its time on. Any thread. Measures nothing. */
final class ServerTimingDecoder implements FieldDecoder {
    @Override
    public Set<String> names() {
        return Set.of("server-timing");
    }

    @Override
    public void decode(String name, String value, Setting setting, Parts out) {
        double sum = 0;
        int timed = 0;
        for (String text : Syntax.split(value, ',')) {
            List<Syntax.Pair> parameters = Syntax.parameters(text);
            String duration = Syntax.parameter(parameters, "dur");
            String description = Syntax.parameter(parameters, "desc");
            StringBuilder words = new StringBuilder(description);
            if (duration.matches("\\d{1,12}(\\.\\d{1,9})?")) {
                double millis = Double.parseDouble(duration);
                sum += millis;
                timed++;
                words.append(words.isEmpty() ? "" : ", ").append(millis(millis));
            } else if (!duration.isEmpty()) {
                out.fault(text, "dur is not a number of milliseconds.");
                continue;
            }
            out.add(text, words.isEmpty() ? "named, without a time" : words.toString());
        }
        if (timed > 1) {
            out.add("", millis(sum) + " in all, where they do not run side by side.");
        }
    }

    private static String millis(double millis) {
        return String.format(Locale.ROOT, millis < 10 ? "%.1f ms" : "%.0f ms", millis);
    }
}
