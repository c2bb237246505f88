package dev.hopscope.inspect.meaning;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** traceparent, tracestate and baggage (W3C Trace Context). Any thread. */
final class TraceDecoder implements FieldDecoder {
    private static final Pattern PARENT =
            Pattern.compile("([0-9a-f]{2})-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})(-.*)?");

    @Override
    public Set<String> names() {
        return Set.of("traceparent", "tracestate", "baggage");
    }

    @Override
    public void decode(String name, String value, Setting setting, Parts out) {
        if (!name.equals("traceparent")) {
            for (String text : Syntax.split(value, ',')) {
                out.add(text, name.equals("baggage") ? "a value of the application" : "for the tracing of this vendor");
            }
            return;
        }
        Matcher m = PARENT.matcher(value.strip());
        if (!m.matches() || m.group(1).equals("ff")) {
            out.fault(value, "Not version-trace-step-flags in small hexadecimal: a new trace begins.");
            return;
        }
        out.add(m.group(1), "version");
        out.add(m.group(2), "the trace: the same for all requests of one task");
        out.add(m.group(3), "the step that sent this request");
        boolean sampled = (Integer.parseInt(m.group(4), 16) & 1) == 1;
        out.add(m.group(4), sampled ? "recorded by the sender" : "not recorded by the sender");
        if (m.group(2).matches("0+") || m.group(3).matches("0+")) {
            out.fault(value, "A number of only zeros is not valid: a new trace begins.");
        }
    }
}
