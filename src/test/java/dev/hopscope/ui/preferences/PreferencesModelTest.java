package dev.hopscope.ui.preferences;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hopscope.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PreferencesModelTest {
    private final PreferencesModel model =
            new PreferencesModel(Settings.DEFAULT, pattern -> pattern.equals("(") ? "missing )" : null);

    @Test
    void whatWasNotChangedChangesNothing() {
        assertThat(model.validProperty().get()).isTrue();
        Settings other =
                Settings.DEFAULT.withProxy(p -> p.withAddress("::1", 99)).withInterception(i -> i.withOn(false));
        assertThat(model.change().apply(other)).isEqualTo(other);
        assertThat(model.listensAnew()).isFalse();
    }

    @Test
    void aNewPortDoesNotMakeTheAuthoritiesOfThisRunTrustedForGood() {
        Settings thisRun = Settings.DEFAULT.withProxy(p -> p.withUpstreamCa(List.of("/once/ca.pem")));
        PreferencesModel opened = new PreferencesModel(thisRun, pattern -> null);
        opened.port.textProperty().set("9000");
        Settings stored = opened.change().apply(Settings.DEFAULT);
        assertThat(stored.proxy().port()).isEqualTo(9000);
        assertThat(stored.proxy().upstreamCa()).isEmpty();
    }

    @Test
    void everyFieldReachesItsSetting() {
        model.port.textProperty().set("9000");
        model.tunnelled.textProperty().set("bank\\.example\n\n  push ");
        model.onlyOpened.textProperty().set("shop");
        model.throughProxy.set(true);
        model.proxyHost.textProperty().set("proxy.example");
        model.proxyPort.textProperty().set("3129");
        model.proxyUser.textProperty().set("me");
        model.proxyPassword.textProperty().set("secret");
        model.maxBody.textProperty().set("1.5");
        model.idleTime.textProperty().set("0.5");
        model.keepSessions.textProperty().set("3");
        model.keepBytes.textProperty().set("2");
        model.cacheOn.set(true);
        model.cachePrivate.set(true);
        model.cacheSize.textProperty().set("512");
        model.cacheTargets.textProperty().set("Surrogate-Control\nCDN-Cache-Control");
        model.theme.set(Settings.Theme.DARK);
        model.textSize.set(16);
        Settings after = model.change().apply(Settings.DEFAULT);
        assertThat(after.proxy().port()).isEqualTo(9000);
        assertThat(after.interception().ignoreHosts()).containsExactly("bank\\.example", "push");
        assertThat(after.interception().allowHosts()).isEqualTo(List.of("shop"));
        assertThat(after.proxy().upstream()).isEqualTo(new Settings.Upstream("proxy.example", 3129, "me", "secret"));
        assertThat(after.recording()).isEqualTo(new Settings.Recording(3 << 19, 3, 2L << 30));
        assertThat(after.proxy().limits().idleTimeout()).isEqualTo(500);
        assertThat(after.cache())
                .isEqualTo(
                        new Settings.Cache(true, 512L << 20, true, List.of("Surrogate-Control", "CDN-Cache-Control")));
        assertThat(after.window().theme()).isEqualTo(Settings.Theme.DARK);
        assertThat(after.window().textSize()).isEqualTo(16);
        assertThat(model.listensAnew()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "-1", "65536", "1e9", "NaN"})
    void aPortOutOfBoundsIsSaidAndNotSaved(String text) {
        model.port.textProperty().set(text);
        assertThat(model.port.problemProperty().get()).isEqualTo("A number from 0 to 65535");
        assertThat(model.validProperty().get()).isFalse();
        model.port.textProperty().set("1");
        assertThat(model.validProperty().get()).isTrue();
    }

    @Test
    void aPatternThatCannotBeReadIsSaid() {
        model.tunnelled.textProperty().set("fine\n(");
        assertThat(model.tunnelled.problemProperty().get()).isEqualTo("(: missing )");
        assertThat(model.validProperty().get()).isFalse();
    }

    @Test
    void whatIsNoNameOfAFieldIsSaid() {
        model.cacheTargets.textProperty().set("CDN Cache-Control");
        assertThat(model.cacheTargets.problemProperty().get()).startsWith("CDN Cache-Control is no name of a field");
        assertThat(model.validProperty().get()).isFalse();
    }

    @Test
    void aProxyNeedsAHostOnlyWhenItIsUsed() {
        assertThat(model.validProperty().get()).isTrue();
        model.throughProxy.set(true);
        assertThat(model.proxyHost.problemProperty().get()).isEqualTo("A host name or an address");
        model.throughProxy.set(false);
        assertThat(model.validProperty().get()).isTrue();
    }

    @Test
    void aCertificateFileMustBeThere(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("root.pem"), "x");
        model.extraCas.textProperty().set(file.toString());
        assertThat(model.validProperty().get()).isTrue();
        model.extraCas.textProperty().set(file + "\n" + folder.resolve("none.pem"));
        assertThat(model.extraCas.problemProperty().get())
                .startsWith("No such file: ")
                .endsWith("none.pem");
    }
}
