package dev.hopscope.inspect.meaning;

import java.util.List;
import java.util.Set;

/** X-Forwarded-* and their kin: the chain as proxies wrote it. Any thread. Trusts nobody. */
final class XForwardedDecoder implements FieldDecoder {
    @Override
    public Set<String> names() {
        return Set.of(
                "x-forwarded-for",
                "x-forwarded-host",
                "x-forwarded-proto",
                "x-forwarded-port",
                "x-real-ip",
                "true-client-ip",
                "cf-connecting-ip");
    }

    @Override
    public void decode(String name, String value, Setting setting, Parts out) {
        List<String> members = Syntax.split(value, ',');
        for (int i = 0; i < members.size(); i++) {
            String text = members.get(i);
            if (name.equals("x-forwarded-for")) {
                out.add(text, (i == 0 ? "the client, if nobody lied" : "proxy " + i) + address(text));
            } else {
                out.add(
                        text,
                        (i == 0 ? "as the first proxy saw it" : "as proxy " + (i + 1) + " saw it") + address(text));
            }
        }
        if (setting.headers().all(name).size() > 1) {
            out.advice("", "The field stands here more than once: programs differ in which line they read.");
        }
    }

    private static String address(String text) {
        if (text.startsWith("10.") || text.startsWith("192.168.") || text.matches("172\\.(1[6-9]|2\\d|3[01])\\..*")) {
            return ", an address of a private network";
        }
        if (text.startsWith("127.") || text.equals("::1")) {
            return ", this machine itself";
        }
        return text.startsWith("fe80:") ? ", an address of the local link" : "";
    }
}
