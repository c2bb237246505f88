package dev.hopscope.snippet.noproxy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** URLs that few people write, as the real clients of the versions measured treated them in a network of their own. */
class OddUrlTest {
    private static final String PROXY = "http://198.51.100.1:3128";
    private static final NameTable NAMES = NameTable.of(Map.of("every other name", "203.0.113.80"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "curl | example.com | http://a..example.com/ | error",
                "php-curl | example.com | http://-.example.com/ | error",
                "curl | example.com | http://sub_x.example.com/ | direct",
                "python-urllib | example.com | http://.example.com/ | error",
                "python-urllib | example.com | http://example.com:/ | direct",
                "python-urllib | example.com | http://user:pw@example.com/ | proxy",
                "python-urllib | example.com | http://user:pw@www.example.com/ | direct",
                "python-urllib | exampl%65.com | http://exampl%65.com/ | proxy",
                "python-urllib | example.com | http://exampl%65.com/ | direct",
                "python-requests | example.com | http://a..example.com/ | error",
                "python-requests | example.com | http://user:pw@example.com/ | direct",
                "perl-lwp | example.com | http://-.example.com/ | error",
                "ruby-net-http | a.test | http://127.1/ | direct",
                "ruby-net-http | example.com | http://a..example.com/ | error",
                "go | a.test | http://127.1/ | proxy"
            })
    void anOddUrlIsTreatedAsTheRealClientTreatsIt(String client, String list, String url, String verdict) {
        Map<String, String> set = Map.of(
                "http_proxy",
                PROXY,
                "HTTP_PROXY",
                PROXY,
                "https_proxy",
                PROXY,
                "HTTPS_PROXY",
                PROXY,
                "no_proxy",
                list,
                "NO_PROXY",
                list);
        Decision decision = Clients.byId(client).orElseThrow().decide(new ProxyEnvironment(set, null), url, NAMES);
        assertThat(decision.verdict().word()).isEqualTo(verdict);
    }
}
