package dev.hopscope.snippet;

import dev.hopscope.snippet.quote.JsonQuoting;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The Docker engine's daemon.json (23.0 and newer): for pulls and pushes, not for containers; stateless. */
final class DockerDaemonSnippet extends JsonSnippet {
    @Override
    public SnippetCard card() {
        return SnippetCard.file("docker-daemon", "Docker engine", SnippetGroup.CONTAINERS, "/etc/docker/daemon.json");
    }

    private static ListFor list(Environment environment) {
        return ListFor.clients(environment.bypass(), "go");
    }

    @Override
    List<List<String>> paths() {
        return List.of("http-proxy", "https-proxy", "no-proxy").stream()
                .map(name -> List.of("proxies", name))
                .toList();
    }

    @Override
    Map<List<String>, String> members(Environment environment) {
        String url = JsonQuoting.of(environment.proxy().url());
        Map<List<String>, String> members = new LinkedHashMap<>();
        members.put(List.of("proxies", "http-proxy"), url);
        members.put(List.of("proxies", "https-proxy"), url);
        if (environment.variables().list()) {
            members.put(
                    List.of("proxies", "no-proxy"),
                    JsonQuoting.of(list(environment).joined(",")));
        }
        return members;
    }

    @Override
    Rendered noted(Rendered rendered, Environment environment) {
        return rendered.noting("Then: sudo systemctl restart docker.")
                .noting("\"http-proxy\"", ProxyNotes.of(environment, "go"))
                .noting("\"no-proxy\"", list(environment).notes());
    }
}
