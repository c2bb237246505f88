package dev.hopscope.snippet.noproxy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules know no name, port or address by heart: another consistent choice of them changes no verdict. */
class PerturbationTest {
    /** Left alone: words with a meaning of their own, encoded names, other alphabets, hexadecimal numbers. */
    private static final Pattern KEPT = Pattern.compile(
            "https?(?=:)|(?i:localhost|local)|xn--[a-z0-9-]+|[a-zA-Z]*[^\\x00-\\x7f][a-zA-Z]*|0x[0-9a-f]+");

    /** One consistent renaming; a letter becomes a letter, so every relation between two texts stays. */
    private static final class Renaming {
        private final String letters;
        private final String inverse;
        private final List<String> from = new ArrayList<>();
        private final List<String> to = new ArrayList<>();

        Renaming(Random random) {
            List<Character> shuffled = new ArrayList<>();
            for (char c = 'g'; c <= 'z'; c++) {
                shuffled.add(c);
            }
            Collections.shuffle(shuffled, random);
            StringBuilder map = new StringBuilder("abcdef");
            shuffled.forEach(map::append);
            letters = map.toString();
            StringBuilder back = new StringBuilder();
            for (char c = 'a'; c <= 'z'; c++) {
                back.append((char) ('a' + letters.indexOf(c)));
            }
            inverse = back.toString();
            // needle's searches see that 8080 begins with 80
            replace("8080", String.valueOf(8011 + random.nextInt(60)));
            replace("8443", String.valueOf(2000 + random.nextInt(2900)));
            int octet = 4 + random.nextInt(6);
            replace("1.2.3", octet + ".2.3");
            replace("10.1.", "10." + octet + ".");
            replace("1.2.", octet + ".2.");
            replace("2001", List.of("2a0d", "2a06", "2604").get(random.nextInt(3)));
        }

        private void replace(String text, String with) {
            from.add(text);
            to.add(with);
        }

        @Nullable
        String of(@Nullable String text) {
            if (text == null) {
                return null;
            }
            String numbers = text;
            for (int i = 0; i < from.size(); i++) {
                numbers = numbers.replace(from.get(i), to.get(i));
            }
            return mapped(numbers, letters);
        }

        String back(String name) {
            String letters = mapped(name, inverse);
            for (int i = 0; i < from.size(); i++) {
                letters = letters.replace(to.get(i), from.get(i));
            }
            return letters;
        }

        private static String mapped(String text, String alphabet) {
            StringBuilder result = new StringBuilder();
            Matcher kept = KEPT.matcher(text);
            int at = 0;
            while (kept.find()) {
                letters(text.substring(at, kept.start()), alphabet, result);
                result.append(kept.group());
                at = kept.end();
            }
            letters(text.substring(at), alphabet, result);
            return result.toString();
        }

        private static void letters(String text, String alphabet, StringBuilder result) {
            for (char c : text.toCharArray()) {
                char lower = Character.toLowerCase(c);
                boolean letter = lower >= 'a' && lower <= 'z';
                String mapped = letter ? String.valueOf(alphabet.charAt(lower - 'a')) : String.valueOf(c);
                result.append(letter && c != lower ? mapped.toUpperCase(Locale.ROOT) : mapped);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void renamingHostsAndShiftingPortsAndAddressesChangesNoVerdict(long seed) {
        Renaming renaming = new Renaming(new Random(seed));
        Resolver names = name -> {
            String address = renaming.of(Recordings.addressOf(renaming.back(name)));
            return address == null ? "203.0.113.80" : address;
        };
        List<String> mismatches = new ArrayList<>();
        int changed = 0;
        for (Recordings.Case recorded : Recordings.CASES) {
            String url = String.valueOf(renaming.of(recorded.url()));
            ProxyEnvironment environment = ProxyEnvironment.withNoProxy(
                    renaming.of(recorded.noProxy()), renaming.of(recorded.nonProxyHosts()));
            changed += url.equals(recorded.url()) ? 0 : 1;
            recorded.answers().forEach((id, answer) -> {
                Decision decision = Clients.byId(id).orElseThrow().decide(environment, url, names);
                if (!decision.verdict().word().equals(answer.verdict())) {
                    mismatches.add(id + " " + recorded.id() + " " + environment.get("no_proxy") + " " + url
                            + ": recorded " + answer.verdict() + ", got " + decision);
                }
            });
        }
        assertThat(changed).isGreaterThan(600);
        assertThat(mismatches).isEmpty();
    }
}
