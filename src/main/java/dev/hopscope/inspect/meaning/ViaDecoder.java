package dev.hopscope.inspect.meaning;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Via (RFC 9110 §7.6.3): each proxy with the version it received. Any thread. */
final class ViaDecoder implements FieldDecoder {
    @Override
    public Set<String> names() {
        return Set.of("via");
    }

    @Override
    public void decode(String name, String value, Setting setting, Parts out) {
        List<String> members = Syntax.split(value, ',');
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < members.size(); i++) {
            String text = members.get(i);
            String[] words = text.split("\\s+", 3);
            if (words.length < 2) {
                out.fault(text, "Not version and name.");
                continue;
            }
            String version = words[0].indexOf('/') < 0 ? "HTTP/" + words[0] : words[0];
            out.add(
                    text,
                    words[1] + " received it as " + version + (i == 0 && members.size() > 1 ? ", the first" : ""));
            if (!seen.add(words[1])) {
                out.advice(
                        text,
                        words[1] + " stands here twice: the message may go in a ring, or two proxies use one name.");
            }
        }
    }
}
