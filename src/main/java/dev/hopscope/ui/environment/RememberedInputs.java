package dev.hopscope.ui.environment;

import dev.hopscope.snippet.BypassText;
import dev.hopscope.snippet.ProxyScheme;
import dev.hopscope.snippet.Snippets;
import dev.hopscope.snippet.noproxy.Wanted;
import dev.hopscope.ui.kit.Memory;
import java.util.List;
import java.util.stream.Collectors;
import javafx.beans.InvalidationListener;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.StringProperty;

/** Brings back what was ticked and typed in the pane, and keeps what is from then on. FX thread. Keeps neither password nor port, which follows where Hopscope listens. */
final class RememberedInputs {
    private static final String PREFIX = "environment.";

    private RememberedInputs() {}

    static void bind(EnvironmentModel model, Memory memory) {
        for (BooleanProperty flag : List.of(
                model.proxies,
                model.all,
                model.list,
                model.upper,
                model.trusted,
                model.loopback,
                model.privateNetworks,
                model.kubernetes,
                model.metadata,
                model.searchDomains)) {
            String key = PREFIX + flag.getName();
            String was = memory.get(key);
            if (was != null) {
                flag.set(was.equals("true"));
            }
            flag.addListener((of, before, now) -> memory.put(key, String.valueOf(now)));
        }
        for (StringProperty text : List.of(model.host, model.user, model.apiServer, model.services, model.pods)) {
            String key = PREFIX + text.getName();
            String was = memory.get(key);
            if (was != null) {
                text.set(was);
            }
            text.addListener((of, before, now) -> memory.put(key, now));
        }
        bindChoices(model, memory);
    }

    private static void bindChoices(EnvironmentModel model, Memory memory) {
        String scheme = memory.get(PREFIX + "scheme");
        for (ProxyScheme one : ProxyScheme.values()) {
            if (one.word().equals(scheme)) {
                model.scheme.set(one);
            }
        }
        model.scheme.addListener((of, before, now) -> memory.put(PREFIX + "scheme", now.word()));
        String target = memory.get(PREFIX + "target");
        if (target != null) {
            // one that is no more leaves the first
            Snippets.byId(target).ifPresent(model.target::set);
        }
        model.target.addListener(
                (of, before, now) -> memory.put(PREFIX + "target", now.card().id()));
        String entries = memory.get(PREFIX + "entries");
        if (entries != null && !entries.isEmpty()) {
            List.of(entries.split(" ", -1)).forEach(model::add);
        }
        model.entries.addListener(
                (InvalidationListener) changed -> memory.put(PREFIX + "entries", written(model.entries)));
    }

    private static String written(List<Wanted> entries) {
        return entries.stream().map(BypassText::write).collect(Collectors.joining(" "));
    }
}
