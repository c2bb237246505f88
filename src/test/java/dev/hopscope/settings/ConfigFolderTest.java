package dev.hopscope.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

class ConfigFolderTest {
    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "HOME means nothing to the shells there")
    void theHomeIsThatOfTheShell() {
        assertThat(ConfigFolder.home("/tmp/other", "/home/me")).isEqualTo(Path.of("/tmp/other"));
    }

    @Test
    void aHomeThatIsNoFolderOfTheSystemIsNotTaken() {
        assertThat(ConfigFolder.home("", "/home/me")).isEqualTo(Path.of("/home/me"));
        assertThat(ConfigFolder.home("here", "/home/me")).isEqualTo(Path.of("/home/me"));
        assertThat(ConfigFolder.home(null, "/home/me")).isEqualTo(Path.of("/home/me"));
    }
}
