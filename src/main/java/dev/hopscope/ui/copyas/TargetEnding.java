package dev.hopscope.ui.copyas;

import dev.hopscope.interchange.code.TargetCard;
import java.util.Map;

/** How a file of a target ends. Pure, any thread; a target it does not name is saved as text. */
final class TargetEnding {
    private static final Map<String, String> ENDINGS = Map.ofEntries(
            Map.entry("curl", ".sh"),
            Map.entry("curl-powershell", ".ps1"),
            Map.entry("powershell", ".ps1"),
            Map.entry("wget", ".sh"),
            Map.entry("httpie", ".sh"),
            Map.entry("http-file", ".http"),
            Map.entry("python-requests", ".py"),
            Map.entry("python-httpx", ".py"),
            Map.entry("python-urllib", ".py"),
            Map.entry("js-fetch", ".mjs"),
            Map.entry("js-axios", ".mjs"),
            Map.entry("node-http", ".mjs"),
            Map.entry("node-undici", ".mjs"),
            Map.entry("java-httpclient", ".java"),
            Map.entry("java-okhttp", ".java"),
            Map.entry("kotlin", ".kt"),
            Map.entry("go", ".go"),
            Map.entry("csharp", ".cs"),
            Map.entry("php-curl", ".php"),
            Map.entry("php-guzzle", ".php"),
            Map.entry("ruby", ".rb"),
            Map.entry("rust-reqwest", ".rs"),
            Map.entry("perl-lwp", ".pl"),
            Map.entry("k6", ".js"));

    private TargetEnding() {}

    static String of(TargetCard card) {
        return ENDINGS.getOrDefault(card.id(), ".txt");
    }
}
