package dev.hopscope.interchange.paste;

import static dev.hopscope.interchange.paste.Note.Kind.ASSUMED;
import static dev.hopscope.interchange.paste.Note.Kind.LEFT_OUT;
import static dev.hopscope.interchange.paste.Note.Kind.MISSING;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Commands of PowerShell: what Chrome writes, what people write, and curl.exe. */
class PowerShellFormatsTest {
    @Test
    void theCommandChromeWritesIsReadWhole() {
        String text = """
            $session = New-Object Microsoft.PowerShell.Commands.WebRequestSession
            $session.UserAgent = "Mozilla/5.0 (X11; Linux x86_64)"
            $session.Cookies.Add((New-Object System.Net.Cookie("sid", "a=1&b", "/", "shop.example")))
            $session.Cookies.Add((New-Object System.Net.Cookie("theme", "dark", "/", ".shop.example")))
            Invoke-WebRequest -UseBasicParsing -Uri "https://shop.example/cart?id=7" `
            -Method "POST" `
            -WebSession $session `
            -Headers @{
            "authority"="shop.example"
              "method"="POST"
              "path"="/cart?id=7"
              "scheme"="https"
              "accept"="*/*;q=1"
              "sec-ch-ua"="`"Chromium`";v=`"149`", `"Not;A=Brand`";v=`"99`""
              "x-note"="caf$([char]233) `$HOME ``"
            } `
            -ContentType "application/json" `
            -Body ([System.Text.Encoding]::UTF8.GetBytes("{`"a`":`"gr$([char]252)n`",$([char]10)`"b`":1}"))
            """;
        assertThat(Pasted.shown(text)).isEqualTo("""
            POST https://shop.example/cart?id=7
            accept: */*;q=1
            sec-ch-ua: "Chromium";v="149", "Not;A=Brand";v="99"
            x-note: caf\u00c3\u00a9 $HOME `
            User-Agent: Mozilla/5.0 (X11; Linux x86_64)
            Cookie: sid=a=1&b; theme=dark
            Content-Type: application/json

            {"a":"gr\u00c3\u00bcn",
            "b":1}\
            """);
        assertThat(Pasted.notes(text, MISSING)).isEmpty();
        assertThat(Pasted.notes(text, LEFT_OUT))
                .hasSize(1)
                .first()
                .asString()
                .contains("authority, method, path, scheme");
    }

    @Test
    void aRestCallOfAScriptIsRead() {
        String text = """
            # fetches it
            $headers = @{ Accept = 'application/json'; 'X-Two' = "2" }
            $body = @'
            {"it's": "$5"}
            '@
            $answer = irm https://shop.example/a -Method Put -Headers $headers -Body $body
            """;
        assertThat(Pasted.shown(text)).isEqualTo("""
            PUT https://shop.example/a
            Accept: application/json
            X-Two: 2

            {"it's": "$5"}\
            """);
    }

    @Test
    void aTableAsBodyIsAForm() {
        assertThat(Pasted.shown("iwr http://a.example/ -Method POST -Body @{ a = 'x y'; b = \"&\" } -UserAgent me"))
                .isEqualTo("POST http://a.example/\n"
                        + "User-Agent: me\n"
                        + "Content-Type: application/x-www-form-urlencoded\n\n"
                        + "a=x%20y&b=%26");
        assertThat(Pasted.shown("iwr http://a.example/ -Body @{ a = 1 } -UserAgent me"))
                .isEqualTo("GET http://a.example/?a=1\nUser-Agent: me\n");
    }

    @Test
    void whatOnlyPowerShellKnowsIsNamed() {
        String text =
                "iwr http://a.example/ -Headers @{ Authorization = \"Bearer $token\" } -InFile up.bin -TimeoutSec 5";
        assertThat(Pasted.notes(text, MISSING)).hasSize(1).first().asString().contains("$token");
        assertThat(Pasted.notes(text, LEFT_OUT)).containsExactly("Not read of the command: -infile, -timeoutsec.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "curl.exe -X PUT 'http://a.example/' -H 'A: it''s' --data-raw '{\"a\": \"$5\"}'",
                "curl.exe -X PUT \"http://a.example/\" `\n  -H \"A: it's\" `\n  --data-raw \"{`\"a`\": `\"`$5`\"}\"",
                "PS C:\\> curl.exe -X PUT http://a.example/ -H \"A: it's\" --data-raw '{\\\"a\\\": \\\"$5\\\"}' | more",
                "$u = 'http://a.example/'\n& curl.exe -X PUT $u -H \"A: it's\" --data-raw \"{\"\"a\"\": \"\"`$5\"\"}\""
            })
    void curlInPowerShellIsRead(String text) {
        assertThat(Pasted.shown(text))
                .isEqualTo("PUT http://a.example/\n"
                        + "A: it's\n"
                        + "Content-Type: application/x-www-form-urlencoded\n\n"
                        + "{\"a\": \"$5\"}");
        assertThat(Pasted.notes(text, MISSING)).isEmpty();
    }

    @Test
    void quotesBehindBackslashesAreToldAsAssumed() {
        assertThat(Pasted.notes("curl.exe http://a.example/ -d '{\\\"a\\\":1}'", ASSUMED))
                .anySatisfy(note -> assertThat(note).contains("Windows PowerShell"));
    }
}
