package dev.hopscope.inspect.body;

import java.nio.charset.StandardCharsets;

/** The fields of the query in the request's target as a table, in order, duplicates kept. Any thread. Shows nothing of the body. */
final class QueryView implements BodyView {
    @Override
    public String id() {
        return "query";
    }

    @Override
    public int priority(BodySample sample) {
        return sample.query().isEmpty() ? 0 : sample.length() == 0 ? 95 : 3;
    }

    @Override
    public BodyRendering render(BodySample sample) {
        // a target may bear octets outside ASCII where a client did not escape them
        byte[] octets = sample.query().getBytes(StandardCharsets.UTF_8);
        return FormView.table(new String(octets, StandardCharsets.ISO_8859_1));
    }
}
