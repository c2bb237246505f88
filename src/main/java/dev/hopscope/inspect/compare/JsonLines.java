package dev.hopscope.inspect.compare;

import dev.hopscope.inspect.compare.Json.Arr;
import dev.hopscope.inspect.compare.Json.Member;
import dev.hopscope.inspect.compare.Json.Obj;
import dev.hopscope.inspect.compare.Json.Scalar;
import dev.hopscope.inspect.diff.DiffKind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Two JSON values compared path by path; the order of keys counts for nothing, items of arrays are aligned. One thread, for one comparison. Lists at most {@value
 * #MOST} lines that differ and as many that do not, and says how many it left out.
 */
final class JsonLines {
    /** Lines that are listed: what is beyond is counted. */
    static final int MOST = 20_000;

    private static final Pattern PLAIN_NAME = Pattern.compile("[A-Za-z_$][A-Za-z0-9_$-]*");
    private static final int PREVIEW = 160;

    private final List<Line> lines = new ArrayList<>();
    private final Progress progress;
    private final int all;
    private int done;
    private int changed;
    private int listed;
    private int kept;
    private int unlisted;
    private int keptUnlisted;

    private JsonLines(Progress progress, int all) {
        this.progress = progress;
        this.all = Math.max(1, all);
    }

    static Section compare(Section.Part part, Json a, Json b, BodyMode mode, List<BodyMode> modes, Progress progress) {
        int all = Math.max(a.scalars(), b.scalars());
        JsonLines json = new JsonLines(progress, all);
        json.add(json.node("$", a, b), "", 0);
        List<Fact> facts = new ArrayList<>();
        facts.add(Fact.of("json", json.changed, all));
        if (json.unlisted > 0) {
            facts.add(Fact.of("unlisted", json.unlisted, MOST));
        }
        if (json.keptUnlisted > 0) {
            facts.add(Fact.of("keptUnlisted", json.keptUnlisted, MOST));
        }
        return new Section(
                part,
                List.copyOf(json.lines),
                List.copyOf(facts),
                json.changed,
                false,
                new Section.Body(mode, modes, null));
    }

    /** A place in both values; children only where they differ within. */
    private record Node(
            String label,
            DiffKind kind,
            @Nullable Json a,
            @Nullable Json b,
            List<Node> children) {
        boolean differs() {
            return kind != DiffKind.KEPT || !children.isEmpty();
        }
    }

    private Node node(String label, Json a, Json b) {
        if (a.equals(b)) {
            passed(a);
            return new Node(label, DiffKind.KEPT, a, b, List.of());
        }
        if (a instanceof Obj x && b instanceof Obj y) {
            return new Node(label, DiffKind.KEPT, a, b, members(x, y));
        }
        if (a instanceof Arr x && b instanceof Arr y) {
            return new Node(label, DiffKind.KEPT, a, b, items(x, y));
        }
        passed(a);
        return new Node(label, DiffKind.CHANGED, a, b, List.of());
    }

    private void passed(Json value) {
        done += value.scalars();
        progress.at(Math.min(1, (double) done / all));
    }

    private List<Node> members(Obj a, Obj b) {
        List<Node> nodes = new ArrayList<>();
        Map<String, Deque<Integer>> places = b.places();
        boolean[] met = new boolean[b.members.size()];
        for (Member m : a.members) {
            Deque<Integer> there = places.getOrDefault(m.name(), new ArrayDeque<>());
            if (there.isEmpty()) {
                nodes.add(new Node(name(m.name()), DiffKind.REMOVED, m.value(), null, List.of()));
                passed(m.value());
            } else {
                int j = there.removeFirst();
                met[j] = true;
                nodes.add(node(name(m.name()), m.value(), b.members.get(j).value()));
            }
        }
        for (int j = 0; j < met.length; j++) {
            if (!met[j]) {
                Member m = b.members.get(j);
                nodes.add(new Node(name(m.name()), DiffKind.ADDED, null, m.value(), List.of()));
            }
        }
        return nodes;
    }

    private List<Node> items(Arr a, Arr b) {
        Map<Json, Integer> known = new HashMap<>();
        int[] partner = Alignment.of(identities(a, known), identities(b, known), Progress.NONE)
                .partner();
        List<Node> nodes = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < a.items.size() || j < b.items.size()) {
            int nextA = i;
            while (nextA < partner.length && partner[nextA] < 0) {
                nextA++;
            }
            int nextB = nextA < partner.length ? partner[nextA] : b.items.size();
            while (i < nextA && j < nextB) {
                nodes.add(node(place(i, j), a.items.get(i++), b.items.get(j++)));
            }
            while (i < nextA) {
                passed(a.items.get(i));
                nodes.add(new Node("[" + i + "]", DiffKind.REMOVED, a.items.get(i++), null, List.of()));
            }
            while (j < nextB) {
                nodes.add(new Node("[" + j + "]", DiffKind.ADDED, null, b.items.get(j++), List.of()));
            }
            if (i < partner.length) {
                nodes.add(node(place(i, j), a.items.get(i++), b.items.get(j++)));
            }
        }
        return nodes;
    }

    private static int[] identities(Arr array, Map<Json, Integer> known) {
        int[] identities = new int[array.items.size()];
        for (int i = 0; i < identities.length; i++) {
            Integer fresh = known.size();
            Integer found = known.putIfAbsent(array.items.get(i), fresh);
            identities[i] = found == null ? fresh : found;
        }
        return identities;
    }

    private static String place(int i, int j) {
        return i == j ? "[" + i + "]" : "[" + i + " \u2192 " + j + "]";
    }

    private static String name(String name) {
        return PLAIN_NAME.matcher(name).matches()
                ? "." + name
                : "[" + new Scalar(name, Line.Look.STRING).written() + "]";
    }

    private void add(Node node, String above, int depth) {
        String label = above + node.label();
        if (node.children().isEmpty()) {
            leaf(node, label, depth);
            return;
        }
        long differing = node.children().stream().filter(Node::differs).count();
        boolean group = differing > 1 && !label.equals("$");
        if (group) {
            list(new Line(
                    DiffKind.KEPT,
                    depth,
                    true,
                    label(label, depth),
                    Line.Cell.of(summary(node.a()), Line.Look.DIM),
                    Line.Cell.of(summary(node.b()), Line.Look.DIM),
                    null,
                    null));
        }
        for (Node child : node.children()) {
            add(child, group ? "" : label, group ? depth + 1 : depth);
        }
    }

    private static Line.Label label(String path, int depth) {
        return Line.Label.of(depth > 0 && path.startsWith(".") ? path.substring(1) : path);
    }

    private void leaf(Node node, String path, int depth) {
        changed += node.kind() == DiffKind.KEPT ? 0 : 1;
        Line.Label label = label(path, depth);
        Json a = node.a();
        Json b = node.b();
        Line line;
        if (a != null && b != null) {
            line = Line.pair(label, text(a), look(a), text(b), look(b));
            if (line.kind() == DiffKind.KEPT && node.kind() == DiffKind.CHANGED) {
                // long values that differ beyond their preview, or a text that looks like a number
                line = line.as(DiffKind.CHANGED, Fact.of("otherKind"));
            } else if (line.kind() != DiffKind.KEPT && node.kind() == DiffKind.KEPT) {
                line = line.as(DiffKind.KEPT, null);
            } else if (sameNumber(a, b) && node.kind() == DiffKind.CHANGED) {
                line = line.as(DiffKind.CHANGED, Fact.of("sameNumber"));
            }
        } else {
            Json only = a != null ? a : b;
            line = only == null
                    ? Line.kept(label, null, null)
                    : Line.of(label, a == null ? null : text(a), b == null ? null : text(b), look(only));
        }
        list(line.at(depth));
    }

    private void list(Line line) {
        boolean differs = line.changed() || line.group();
        if (differs ? listed < MOST : kept < MOST) {
            lines.add(line);
            listed += differs ? 1 : 0;
            kept += differs ? 0 : 1;
        } else if (line.changed()) {
            unlisted++;
        } else if (!line.group()) {
            keptUnlisted++;
        }
    }

    private static boolean sameNumber(Json a, Json b) {
        return a instanceof Scalar x
                && b instanceof Scalar y
                && x.look() == Line.Look.NUMBER
                && y.look() == Line.Look.NUMBER
                && Math.max(x.text().length(), y.text().length()) <= 15
                && Double.parseDouble(x.text()) == Double.parseDouble(y.text());
    }

    private static Line.Look look(Json value) {
        return value instanceof Scalar s ? s.look() : Line.Look.PLAIN;
    }

    private static String summary(@Nullable Json value) {
        return switch (value) {
            case null -> "";
            case Scalar s -> s.written();
            case Arr x -> "[ " + x.items.size() + " ]";
            case Obj x -> "{ " + x.members.size() + " }";
        };
    }

    private static String text(Json value) {
        StringBuilder out = new StringBuilder();
        write(value, out);
        return out.toString();
    }

    /** A scalar whole, a container as far as it fits on a line. */
    private static void write(Json value, StringBuilder out) {
        switch (value) {
            case Scalar s -> out.append(s.written());
            case Arr x -> {
                out.append('[');
                for (int i = 0; i < x.items.size(); i++) {
                    out.append(i == 0 ? " " : ", ");
                    if (out.length() > PREVIEW) {
                        out.append("\u2026 +").append(x.items.size() - i);
                        break;
                    }
                    write(x.items.get(i), out);
                }
                out.append(x.items.isEmpty() ? "]" : " ]");
            }
            case Obj x -> {
                out.append('{');
                for (int i = 0; i < x.members.size(); i++) {
                    out.append(i == 0 ? " " : ", ");
                    if (out.length() > PREVIEW) {
                        out.append("\u2026 +").append(x.members.size() - i);
                        break;
                    }
                    Member m = x.members.get(i);
                    out.append(new Scalar(m.name(), Line.Look.STRING).written()).append(": ");
                    write(m.value(), out);
                }
                out.append(x.members.isEmpty() ? "}" : " }");
            }
        }
    }
}
