package dev.hopscope.snippet;

import dev.hopscope.snippet.noproxy.Wanted;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Environments and values that a careless quoting would break. */
final class Samples {
    static final String USER = "o'neil \"$HOME\" `id` %PATH% #1!";
    static final String PASSWORD = "p@ss:w/o?r\\d &|<>^;*~ $(id) €ü";

    /** Values as they might stand in an environment already. */
    static final List<String> HOSTILE = List.of(
            "",
            " ",
            "two  words ",
            "it's",
            "a \"quoted\" one",
            "$HOME ${PATH} $(id) `id`",
            "100% %PATH% %%",
            "#comment",
            "u@h:80",
            "back\\slash\\",
            "bang! !! \\!",
            "~ * ? [a] {b,c}",
            "=b;c&d|e<f>g",
            "-n",
            "zürich € 日本 😀");

    private Samples() {}

    static Environment plain() {
        return new Environment(ProxyAddress.http("127.0.0.1", 8888), Variables.USUAL, BypassPresets.LOOPBACK);
    }

    /** Credentials of every special character, and exceptions of every kind. */
    static Environment hostile() {
        List<Wanted> bypass = new ArrayList<>(BypassPresets.LOOPBACK);
        bypass.addAll(BypassPresets.PRIVATE);
        Stream.of(".corp.example", "*.svc", "bücher.example", "api.example:8443", "192.0.2.0/30", "[2001:db8::1]:8080")
                .map(BypassText::read)
                .forEach(bypass::add);
        return new Environment(
                new ProxyAddress(ProxyScheme.HTTP, "proxy.example", 3128, USER, PASSWORD),
                new Variables(true, true, true, LetterCase.BOTH),
                bypass);
    }

    /** Trust, by files in a folder that needs quoting. */
    static Environment trusting() {
        String folder = "/home/o'neil/a \"b\" $c/";
        return plain().with(new Trust(
                folder + "hopscope-ca-bundle.pem",
                folder + "hopscope-ca-cert.pem",
                folder + "hopscope-truststore.p12"));
    }

    static Map<String, String> values(Environment environment) {
        Map<String, String> values = new java.util.TreeMap<>();
        environment.assignments().forEach(one -> values.put(one.name(), one.value()));
        return values;
    }
}
