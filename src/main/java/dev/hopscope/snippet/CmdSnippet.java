package dev.hopscope.snippet;

import dev.hopscope.snippet.quote.BatchQuoting;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** cmd of Windows, as a batch file, where names know no case; stateless. */
final class CmdSnippet extends VariableSnippet {
    @Override
    public SnippetCard card() {
        return SnippetCard.run("cmd", "cmd", SnippetGroup.SHELLS, "a batch file: save it as proxy-on.cmd and call it");
    }

    @Override
    Rendered set(List<Assignment> assignments, Environment environment, Given given) {
        Map<String, String> values = new LinkedHashMap<>();
        assignments.forEach(one -> values.put(one.name().toUpperCase(Locale.ROOT), one.value()));
        List<String> lines = new ArrayList<>();
        lines.add("@rem Keeps earlier values for the undo");
        for (String name : values.keySet()) {
            // the value of a for variable is not read again, so that no character in it acts
            lines.add("@if not defined HOPSCOPE_WAS_" + name + " (set \"HOPSCOPE_WAS_" + name + "=1\"& "
                    + copy(name, "HOPSCOPE_OLD_" + name) + ")");
        }
        values.forEach((name, value) -> lines.add("@set " + BatchQuoting.assignment(name, value)));
        return Rendered.of(String.join("\r\n", lines) + "\r\n");
    }

    @Override
    public Rendered undo(Environment environment, Given given) {
        List<String> lines = new ArrayList<>();
        List<String> names = new ArrayList<>(List.of("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY"));
        names.addAll(Trust.EVERY);
        for (String name : names) {
            lines.add("@if defined HOPSCOPE_WAS_" + name + " (set \"" + name + "=\"& "
                    + copy("HOPSCOPE_OLD_" + name, name) + ")");
            lines.add("@set \"HOPSCOPE_OLD_" + name + "=\"");
            lines.add("@set \"HOPSCOPE_WAS_" + name + "=\"");
        }
        return Rendered.of(String.join("\r\n", lines) + "\r\n");
    }

    private static String copy(String from, String to) {
        return "for /f \"tokens=1* delims==\" %%a in ('set " + from + " 2^>nul') do @if /i \"%%a\"==\"" + from
                + "\" set \"" + to + "=%%b\"";
    }
}
