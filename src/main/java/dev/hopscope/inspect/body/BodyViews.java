package dev.hopscope.inspect.body;

import java.util.Comparator;
import java.util.List;

/** The list of body views, in the order they are offered. */
public final class BodyViews {
    public static final List<BodyView> ALL = List.of(
            new JsonView(),
            new JsonTreeView(),
            new LineView(),
            new EventsView(),
            new GraphqlView(),
            new JwtView(),
            new MarkupView(),
            new StyleSheetView(),
            new ScriptView(),
            new FormView(),
            new QueryView(),
            new MultipartView(),
            new ImageView(),
            new GrpcView(),
            new ProtobufView(),
            new CborView(),
            new TextView(),
            new HexView(),
            new RecordedHexView());

    private BodyViews() {}

    /** The views that suit a body, best first; never empty. */
    public static List<BodyView> suiting(BodySample sample) {
        boolean onlyQuery = sample.length() == 0 && !sample.query().isEmpty();
        return ALL.stream()
                .filter(v -> !onlyQuery || v instanceof QueryView)
                .filter(v -> v.priority(sample) > 0)
                .sorted(Comparator.comparingInt((BodyView v) -> v.priority(sample))
                        .reversed())
                .toList();
    }
}
