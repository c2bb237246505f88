package dev.hopscope.ui.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hopscope.snippet.BypassPresets;
import dev.hopscope.snippet.Environment;
import dev.hopscope.snippet.ProxyAddress;
import dev.hopscope.snippet.Snippet;
import dev.hopscope.snippet.Snippets;
import dev.hopscope.snippet.Variables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SnippetFileTest {
    private static final String CONFIG =
            "{\n\t\"auths\": {\"r.example\": {}},\n\t\"proxies\": {\"default\": {\"noProxy\": \"mine\"}}\n}\n";

    @TempDir
    Path folder;

    private final Snippet docker = Snippets.byId("docker-config").orElseThrow();

    private static Environment port(int port) {
        return new Environment(ProxyAddress.http("127.0.0.1", port), Variables.USUAL, BypassPresets.LOOPBACK);
    }

    private Stream<Path> files() throws IOException {
        return Files.list(folder);
    }

    @Test
    void aFileIsMergedTwiceAndBroughtBackWithItsRights() throws IOException {
        Path file = Files.writeString(folder.resolve("config.json"), CONFIG);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        SnippetFile snippetFile = new SnippetFile(file);
        snippetFile.apply(docker, port(8888), "");
        snippetFile.apply(docker, port(9999), "");
        assertThat(file).content().contains("r.example", "127.0.0.1:9999");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-r-----");
        snippetFile.undo(docker, port(1), "");
        assertThat(file).hasContent(CONFIG);
        assertThat(files()).containsExactly(file);
    }

    @Test
    void aFileThatWasMadeGoesWithTheUndo() throws IOException {
        for (String id : new String[] {"docker-config", "npm", "maven", "pac"}) {
            Snippet snippet = Snippets.byId(id).orElseThrow();
            SnippetFile file = new SnippetFile(folder.resolve("file"));
            file.apply(snippet, port(8888), "");
            file.undo(snippet, port(8888), "");
            assertThat(files()).as(id).isEmpty();
        }
    }

    @Test
    void aLinkStaysALink() throws IOException {
        Path file = Files.writeString(folder.resolve("real"), CONFIG);
        Path link = Files.createSymbolicLink(folder.resolve("link"), file);
        new SnippetFile(link).apply(docker, port(8888), "");
        assertThat(link).isSymbolicLink();
        assertThat(file).content().contains("127.0.0.1:8888");
    }

    @Test
    void aFileThatCannotBeMergedIntoIsLeftAsItIs() throws IOException {
        Path file = Files.writeString(folder.resolve("config.json"), "{,}");
        assertThatThrownBy(() -> new SnippetFile(file).apply(docker, port(8888), ""))
                .hasMessageContaining("no JSON");
        assertThat(file).hasContent("{,}");
        assertThat(files()).containsExactly(file);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "npm|; mine~registry=https://r.example/~proxy=http://old:1~//r.example/:_authToken=a=b #c",
                "docker-config|{~  \"auths\": {\"r.example\": {\"auth\": \"eA==\"}},~  \"credsStore\": \"pass\"~}",
                "maven|<?xml version=\"1.0\"?>~<settings>~  <!-- mine -->~ "
                        + " <servers><server><id>a</id></server></servers>~ "
                        + " <proxies><proxy><id>old</id><host>h</host></proxy></proxies>~</settings>",
                "pip|# mine~[global]~index-url = https://p.example/simple~proxy = http://old:1~[install]~user = no",
                "curl|# mine~--silent~proxy = \"http://old:1\"~user-agent = \"a b\"",
            })
    void aFileOfEveryKindOfLineEndIsBroughtBackToTheByte(String id, String lines) throws IOException {
        Snippet snippet = Snippets.byId(id).orElseThrow();
        for (String eol : new String[] {"\n", "\r\n"}) {
            for (String last : new String[] {"", eol, eol + eol}) {
                String was = lines.replace("~", eol) + last;
                Path file = Files.writeString(folder.resolve("file"), was);
                SnippetFile snippetFile = new SnippetFile(file);
                snippetFile.apply(snippet, port(8888), "");
                snippetFile.apply(snippet, port(9999), "");
                assertThat(Files.readString(file)).as(id).contains("9999").doesNotContain("8888");
                snippetFile.undo(snippet, port(9999), "");
                assertThat(Files.readString(file)).as(id).isEqualTo(was);
                Files.delete(file);
                assertThat(files()).as(id).isEmpty();
            }
        }
    }
}
