package dev.hopscope.snippet.noproxy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How the recordings name what a decision says: which variable won, where that can be told; pure functions. Reads and
 * writes no file.
 */
public final class NoProxyCases {
    private NoProxyCases() {}

    /**
     * The variable that won, as the recordings name it: of two spellings with the same value the lower-case one, and a
     * mixed spelling in lower case.
     *
     * @param env the environment of the case
     * @return null where none won, or where several variables hold one and the same address and nothing tells them apart
     */
    public static @Nullable String via(Map<String, String> env, Decision decision) {
        String via = decision.via();
        if (via == null || decision.verdict() != Verdict.PROXY) {
            return null;
        }
        Set<String> values = new HashSet<>();
        List<String> proxies = new ArrayList<>();
        env.forEach((name, value) -> {
            String lower = name.toLowerCase(Locale.ROOT);
            if (lower.endsWith("_proxy") && !lower.equals("no_proxy") && !value.isEmpty()) {
                values.add(value);
                proxies.add(name);
            }
        });
        if (proxies.size() > 1 && values.size() == 1) {
            return null;
        }
        String lower = via.toLowerCase(Locale.ROOT);
        boolean mixed = !via.equals(lower) && !via.equals(via.toUpperCase(Locale.ROOT));
        boolean same = env.containsKey(lower) && env.get(lower).equals(env.get(via));
        return mixed || same ? lower : via;
    }
}
