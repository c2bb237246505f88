package dev.hopscope.ui.editor;

import dev.hopscope.ui.kit.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** What differs between two states of a draft, in a few words. Pure. */
final class DraftChanges {
    /** So many parameters or headers are named; more are counted. */
    private static final int NAMED = 2;

    private DraftChanges() {}

    /** Empty where nothing does. */
    static String words(Draft before, Draft now) {
        List<String> said = new ArrayList<>();
        if (!before.method().equals(now.method())) {
            said.add(now.method());
        }
        if (!Objects.equals(before.origin(), now.origin()) && now.origin() != null) {
            said.add(Messages.text("editor.changed.to", now.origin().authority()));
        }
        if (!before.url().equals(now.url())) {
            Set<String> names = parameters(before, now);
            boolean path = !path(before).equals(path(now));
            if (path) {
                said.add(Messages.text("editor.changed.path"));
            }
            named(names, "editor.changed.parameters", said);
        }
        named(fields(before, now), "editor.changed.headers", said);
        if (!before.body().content().equals(now.body().content())
                || !before.body().file().equals(now.body().file())) {
            said.add(Messages.text("editor.changed.body"));
        }
        if (before.direct() != now.direct()) {
            said.add(Messages.text(now.direct() ? "editor.changed.direct" : "editor.changed.upstream"));
        }
        return String.join(", ", said);
    }

    private static void named(Set<String> names, String key, List<String> said) {
        if (!names.isEmpty()) {
            said.add(names.size() <= NAMED ? String.join(", ", names) : Messages.text(key, names.size()));
        }
    }

    private static String path(Draft draft) {
        String base = draft.base();
        int scheme = base.indexOf("://");
        int slash = base.indexOf('/', scheme < 0 ? 0 : scheme + 3);
        return slash < 0 ? "" : base.substring(slash);
    }

    private static Set<String> parameters(Draft before, Draft now) {
        Set<String> names = new TreeSet<>();
        now.query().stream().filter(p -> !before.query().contains(p)).forEach(p -> names.add(p.name()));
        before.query().stream().filter(p -> !now.query().contains(p)).forEach(p -> names.add(p.name()));
        return names;
    }

    private static Set<String> fields(Draft before, Draft now) {
        Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        differing(now, before, names);
        differing(before, now, names);
        return names;
    }

    /** What follows is no change of the user's. */
    private static void differing(Draft one, Draft other, Set<String> names) {
        one.fields().stream()
                .filter(line -> !line.follows())
                .filter(line -> !other.fields().contains(line))
                .forEach(line -> names.add(line.name()));
    }
}
