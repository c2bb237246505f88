package dev.hopscope.interchange.paste;

import static dev.hopscope.interchange.paste.Note.Kind.ASSUMED;
import static dev.hopscope.interchange.paste.Note.Kind.LEFT_OUT;
import static dev.hopscope.interchange.paste.Note.Kind.MISSING;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Commands of curl as browsers, manuals and people write them for bash. */
class CurlBashFormatTest {
    @Test
    void theCommandChromeWritesIsReadWhole() {
        String text = """
            curl 'https://shop.example/api/cart?id=7' \\
              -X 'PUT' \\
              -H 'accept: application/json, text/plain, */*' \\
              -H 'accept-language: de-DE,de;q=0.9' \\
              -H 'content-type: application/json' \\
              -b 'sid=a1; theme=dark' \\
              -H 'sec-ch-ua: "Chromium";v="130", "Not?A_Brand";v="99"' \\
              -H 'user-agent: Mozilla/5.0 (X11; Linux x86_64)' \\
              --data-raw $'{"name":"it\\'s \\u0021 \\n gr\\xc3\\xbc\\u00dfe"}' \\
              --compressed \\
              --insecure\
            """;
        assertThat(Pasted.shown(text)).isEqualTo("""
            PUT https://shop.example/api/cart?id=7
            Accept-Encoding: deflate, gzip, br, zstd
            Cookie: sid=a1; theme=dark
            accept: application/json, text/plain, */*
            accept-language: de-DE,de;q=0.9
            content-type: application/json
            sec-ch-ua: "Chromium";v="130", "Not?A_Brand";v="99"
            user-agent: Mozilla/5.0 (X11; Linux x86_64)

            {"name":"it's ! \n gr\u00c3\u00bc\u00c3\u009fe"}\
            """);
        assertThat(Pasted.notes(text, LEFT_OUT))
                .containsExactly("Left out, as they are about how curl carries a request: -k.");
        assertThat(Pasted.notes(text, ASSUMED)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "curl shop.example | GET http://shop.example/",
                "curl -I https://shop.example/a | HEAD https://shop.example/a",
                "curl --url https://shop.example/a -XPATCH | PATCH https://shop.example/a",
                "curl https://shop.example/a/../b | GET https://shop.example/b",
                "curl --path-as-is https://shop.example/a/../b | GET https://shop.example/a/../b",
                "curl https://shop.example/ --request-target '*' -X OPTIONS | OPTIONS https://shop.example",
                "curl -G -d a=1 --data-urlencode 'q=x y&z' 'https://shop.example/?o=2' | GET"
                        + " https://shop.example/?o=2&a=1&q=x+y%26z",
                "curl --url-query q=ü https://shop.example/ | GET https://shop.example/?q=%C3%BC",
                "curl 'https://shop.example/\\[1\\]' | GET https://shop.example/[1]",
                "curl -g 'https://shop.example/[1]' | GET https://shop.example/[1]",
                "$ curl -sSL https://shop.example/ > out.html 2>/dev/null | GET https://shop.example/",
                "sudo /usr/bin/curl --silent https://shop.example/ && echo no | GET https://shop.example/",
                "TOKEN=x curl https://shop.example/ # a remark | GET https://shop.example/",
                "curl \"https://shop.example/a\"'b'c\\ d | GET https://shop.example/abc%20d",
            })
    void whereARequestGoesIsReadAsCurlReadsIt(String text, String start) {
        assertThat(Pasted.shown(text).lines().findFirst()).contains(start);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "-d a=1 -d 'b=2' ~ a=1&b=2",
                "--data a=1 --data-raw @x ~ a=1&@x",
                "--data-binary $'\\0\\377\\n' ~ '\0\u00ff\n'",
                "--data-urlencode '=a b' --data-urlencode n=1+1 ~ a+b&n=1%2B1",
                "--json '{\"a\":' --json '1}' ~ {\"a\":1}",
                "-d \"say \\\"hi\\\" \\$5 \\x\" ~ say \"hi\" $5 \\x",
                "-d ü ~ \u00c3\u00bc",
                "-dfoo ~ foo"
            })
    void theBodyIsWhatCurlMakesOfItsData(String data, String body) {
        String text = "curl http://a.example/ " + data;
        assertThat(Pasted.body(text)).isEqualTo(body);
        assertThat(Pasted.read(text).draft().method()).isEqualTo("POST");
    }

    @Test
    void dataAreAFormUnlessTheUserTypesThem() {
        assertThat(Pasted.shown("curl http://a.example/ -d a=1"))
                .isEqualTo("POST http://a.example/\nContent-Type: application/x-www-form-urlencoded\n\na=1");
        assertThat(Pasted.shown("curl http://a.example/ -d a=1 -H 'Content-Type:'"))
                .isEqualTo("POST http://a.example/\n\na=1");
        assertThat(Pasted.shown("curl http://a.example/ --json 1"))
                .isEqualTo("POST http://a.example/\nAccept: application/json\nContent-Type: application/json\n\n1");
        assertThat(Pasted.shown("curl http://a.example/ -d ''"))
                .isEqualTo(
                        "POST http://a.example/\nContent-Length: 0\nContent-Type: application/x-www-form-urlencoded\n");
    }

    @Test
    void fieldsAreThoseCurlSends() {
        assertThat(Pasted.shown(
                        "curl http://a.example/ -u me:pw -A '' -e http://b.example/\\;auto -r 0-9 -b a=1 -b 'c=2'"
                                + " -H 'Host: other.example' -H 'X-Empty;' -H 'Accept:' -H 'X-Two: 1' -H 'x-two:2'"))
                .isEqualTo("""
                    GET http://a.example/
                    Host: other.example
                    Authorization: Basic bWU6cHc=
                    Range: bytes=0-9
                    Referer: http://b.example/
                    Cookie: a=1;c=2
                    X-Empty:\040
                    X-Two: 1
                    x-two: 2
                    """);
        assertThat(Pasted.shown("curl http://a.example/ --oauth2-bearer t0ken"))
                .contains("Authorization: Bearer t0ken");
    }

    @Test
    void whatCurlSendsOfItsOwnIsInTheDraftAndTold() {
        PasteResult.Read read = Pasted.read("curl http://a.example/");
        assertThat(read.draft().headers()).hasToString("[User-Agent: curl/8.14.1, Accept: */*]");
        assertThat(read.notes())
                .containsExactly(new Note(ASSUMED, "User-Agent and Accept are those curl sends of its own."));
        assertThat(Pasted.read("curl http://a.example/ -H 'User-Agent:' -H accept:")
                        .draft()
                        .headers())
                .isEmpty();
    }

    @Test
    void aMultipartFormIsWrittenOut() {
        String text =
                "curl http://a.example/ -F 'name=\"a;b\"' -F 'j={\"a\":1};type=application/json' --form-string 'x=@y'";
        PasteResult.Read read = Pasted.read(text);
        String type = String.valueOf(read.draft().headers().first("Content-Type"));
        String boundary = type.substring(type.indexOf('=') + 1);
        assertThat(type).startsWith("multipart/form-data; boundary=");
        assertThat(read.draft().body().latin1())
                .isEqualTo(("--B\n"
                                + "Content-Disposition: form-data; name=\"name\"\n\n"
                                + "a;b\n"
                                + "--B\n"
                                + "Content-Disposition: form-data; name=\"j\"\n"
                                + "Content-Type: application/json\n\n"
                                + "{\"a\":1}\n"
                                + "--B\n"
                                + "Content-Disposition: form-data; name=\"x\"\n\n"
                                + "@y\n"
                                + "--B--\n")
                        .replace("\n", "\r\n")
                        .replace("B", boundary));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "-d @/etc/passwd ~ /etc/passwd",
                "--data-binary @- ~ standard input",
                "--data-urlencode n@secret ~ secret",
                "-F f=@a.png ~ a.png",
                "-T up.bin ~ up.bin",
                "-b jar.txt ~ jar.txt",
                "-H @fields ~ fields",
                "-K rc ~ rc",
                "-u me ~ password",
                "-u me:pw --digest ~ --digest",
                "-d @- < in.txt ~ in.txt",
                "-H \"Authorization: Bearer $TOKEN\" ~ $TOKEN",
                "-d `id` ~ `id`",
                "-d $(touch x) ~ $(touch x)"
            })
    void whatTheTextOnlyNamesIsToldAndNotRead(String options, String named) {
        assertThat(Pasted.notes("curl http://a.example/ " + options, MISSING))
                .anySatisfy(note -> assertThat(note).contains(named));
        assertThat(java.nio.file.Path.of("x")).doesNotExist();
    }

    @Test
    void aVariableStaysAsItIsWritten() {
        assertThat(Pasted.shown("curl http://a.example/ -H \"Authorization: Bearer $TOKEN\" -H 'X: $no'"))
                .contains("Authorization: Bearer $TOKEN\n", "X: $no\n");
        assertThat(Pasted.notes("curl http://a.example/ -H 'X: $no'", MISSING)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "--frobnicate http://a.example/ ~ Options of curl that Hopscope does not know: --frobnicate.",
                "--wait 5 http://a.example/ -= ~ 'Options of curl that Hopscope does not know: --wait 5, -=.'",
                "-kx p:8080 -m5 -L http://a.example/ ~ 'Left out, as they are about how curl carries a request: -k, -x"
                        + " p:8080, -m 5, -L.'",
                "--http2 http://a.example/ ~ 'Left out, as they are about how curl carries a request: --http2.'",
                "http://a.example/ http://b.example/ ~ The command holds several requests; this is the first.",
                "http://a.example/ --next http://b.example/ ~ The command holds several requests; this is the first.",
                "http://a.example/?a=1&b=2 ~ 'The command ends before ''b=2''. If that belongs to the URL, put the URL"
                        + " in quotes.'",
                "http://a.example/ ; curl http://b.example/ ~ The text holds 2 commands of curl; this is the first.",
                "http://a.example/ -H nonsense ~ 'This is no field, and curl does not send it: -H ''nonsense''.'"
            })
    void whatHasNoPartInTheRequestIsNamed(String options, String note) {
        assertThat(Pasted.notes("curl " + options, LEFT_OUT)).containsExactly(note);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "curl http://a.example/ -sSfivN# -o out -w '%{http_code}' --output-dir d --no-progress-meter",
                "curl http://a.example/ --http1.1 | jq .",
                "curl http://a.example/ | curl -d @- http://b.example/"
            })
    void whatOnlyShowsTheAnswerIsNotTold(String text) {
        assertThat(Pasted.notes(text, LEFT_OUT)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "printf 'a\\000b%%' | curl http://a.example/ --data-binary @-",
                "printf %s $'a\\0b%' | curl http://a.example/ --data-binary @-",
                "echo -n $'a\\0b%' | curl http://a.example/ -X POST --data-binary @-",
                "curl http://a.example/ --data-raw $'a\\0b%'"
            })
    void aBodyThatTheTextItselfPipesInIsRead(String text) {
        assertThat(Pasted.body(text)).isEqualTo("a\0b%");
        assertThat(Pasted.notes(text, MISSING)).isEmpty();
    }

    @Test
    void aHereDocumentIsTheBody() {
        assertThat(Pasted.body("""
            curl -X POST http://a.example/ --data-binary @- <<'EOF'
            {"a": "$x"}
            EOF
            """)).isEqualTo("{\"a\": \"$x\"}\n");
        assertThat(Pasted.body("cat <<EOF | curl http://a.example/ -d @-\none\ntwo\nEOF\n"))
                .isEqualTo("onetwo");
        assertThat(Pasted.body("curl http://a.example/ --data-binary @- <<< 'x y'"))
                .isEqualTo("x y\n");
    }

    @Test
    void aConfigOnStandardInputIsRead() {
        assertThat(Pasted.shown("""
            curl -K - <<EOF
            # remark
            url = "http://a.example/\\"x"
            -H "A: b"
            request PUT
            EOF
            """)).isEqualTo("PUT http://a.example/\"x\nA: b\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"curl", "curl -d 'x", "curl -H", "curl \"http://a", "curl ftp://a.example/", "echo curl "})
    void aBrokenCommandIsRefusedWithWords(String text) {
        assertThat(Pasted.reason(text)).endsWith(".");
    }

    @Test
    void everyOptionOfCurlThatMakesTheRequestIsKnownWithItsLetter() {
        assertThat(CurlOption.all()).hasSizeGreaterThan(250);
        assertThat(CurlOption.lettered("d"))
                .isNotNull()
                .extracting(CurlOption::name)
                .isEqualTo("data");
        assertThat(CurlOption.named("data-url"))
                .isNotNull()
                .extracting(CurlOption::name)
                .isEqualTo("data-urlencode");
        assertThat(CurlOption.named("dat")).isNull();
    }
}
