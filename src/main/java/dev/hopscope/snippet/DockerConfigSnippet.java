package dev.hopscope.snippet;

import dev.hopscope.snippet.quote.JsonQuoting;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The Docker client's config.json: it gives the variables to every container and build it starts; stateless. */
final class DockerConfigSnippet extends JsonSnippet {
    @Override
    public SnippetCard card() {
        return SnippetCard.file("docker-config", "Docker client", SnippetGroup.CONTAINERS, "~/.docker/config.json");
    }

    @Override
    List<List<String>> paths() {
        return List.of("httpProxy", "httpsProxy", "allProxy", "noProxy").stream()
                .map(name -> List.of("proxies", "default", name))
                .toList();
    }

    @Override
    Map<List<String>, String> members(Environment environment) {
        Variables variables = environment.variables();
        String url = JsonQuoting.of(environment.proxy().url());
        Map<List<String>, String> members = new LinkedHashMap<>();
        if (variables.proxies()) {
            members.put(List.of("proxies", "default", "httpProxy"), url);
            members.put(List.of("proxies", "default", "httpsProxy"), url);
        }
        if (variables.all()) {
            members.put(List.of("proxies", "default", "allProxy"), url);
        }
        if (variables.list()) {
            members.put(List.of("proxies", "default", "noProxy"), JsonQuoting.of(CommonList.of(environment.bypass())));
        }
        return members;
    }

    @Override
    Rendered noted(Rendered rendered, Environment environment) {
        return ListNotes.on(
                rendered.noting("Containers reach this machine by host.docker.internal or the bridge's address, not by"
                        + " 127.0.0.1."),
                environment,
                "\"noProxy\"");
    }
}
