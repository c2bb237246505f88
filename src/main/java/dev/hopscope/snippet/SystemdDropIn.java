package dev.hopscope.snippet;

import dev.hopscope.snippet.quote.ShQuoting;
import dev.hopscope.snippet.quote.SystemdQuoting;
import java.util.ArrayList;
import java.util.List;

/** A drop-in for a unit of systemd, which goes over what the unit sets and leaves it as it is; stateless. */
abstract class SystemdDropIn implements Snippet {
    /** The unit, with its suffix. */
    abstract String unit(Given given);

    private OwnFile file(Given given) {
        String unit = unit(given);
        if (unit.indexOf('/') >= 0 || unit.indexOf('.') < 1) {
            throw new IllegalArgumentException("'" + unit + "' is no unit of systemd, as docker.service is.");
        }
        return new OwnFile(
                "/etc/systemd/system/" + unit + ".d",
                "hopscope-proxy.conf",
                true,
                List.of("sudo systemctl daemon-reload", "sudo systemctl try-restart " + ShQuoting.of(unit)));
    }

    @Override
    public Rendered apply(Environment environment, Given given) {
        ListFor list = list(environment);
        List<String> content = new ArrayList<>(List.of("# Hopscope", "[Service]"));
        environment
                .everything(list.joined(","))
                .forEach(one -> content.add("Environment=" + SystemdQuoting.of(one.name() + "=" + one.value())));
        Rendered rendered = file(given).write(content).noting("no_proxy", list.notes());
        return noted(rendered, environment);
    }

    /** The list of exceptions as the unit's program reads it. */
    ListFor list(Environment environment) {
        return ListFor.clients(environment.bypass(), "go");
    }

    Rendered noted(Rendered rendered, Environment environment) {
        return rendered.noting("http_proxy", ProxyNotes.of(environment, "go"));
    }

    @Override
    public Rendered undo(Environment environment, Given given) {
        return file(given).remove();
    }
}
