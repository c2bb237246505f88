package dev.hopscope.ui.preferences;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hopscope.proxy.ProxyState;
import dev.hopscope.settings.Settings;
import dev.hopscope.ui.Screen;
import dev.hopscope.ui.kit.Theme;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PreferencesDialogTest {
    private static final int TAKEN = 9100;

    private final List<Settings> saved = new ArrayList<>();
    private PreferencesDialog dialog;
    private Theme theme;
    private Stage owner;

    @BeforeEach
    void open() {
        Screen.run(() -> {
            theme = new Theme();
            owner = new Stage();
            owner.show();
            dialog = new PreferencesDialog(Settings.DEFAULT, pattern -> null, (change, refused, done) -> {
                Settings wanted = change.apply(Settings.DEFAULT);
                if (wanted.proxy().port() == TAKEN) {
                    refused.accept(new ProxyState.Failed("taken", true, "java, process 4127", TAKEN + 1));
                } else {
                    saved.add(wanted);
                    done.run();
                }
            });
            dialog.show(owner, theme);
        });
    }

    @AfterEach
    void close() {
        Screen.run(() -> {
            dialog.window().close();
            owner.close();
        });
    }

    @Test
    void aNewPortIsSaved() {
        Screen.run(() -> {
            ((TextField) find("#port")).setText("9001");
            ((Button) find("#saveButton")).fire();
        });
        assertThat(saved.getFirst().proxy().port()).isEqualTo(9001);
        assertThat(Screen.on(() -> dialog.window().isShowing())).isFalse();
    }

    @Test
    void aTakenPortIsSaidAtItsFieldWithOneThatIsFreeAndNothingIsSaved() {
        Screen.run(() -> {
            ((TextField) find("#port")).setText(Integer.toString(TAKEN));
            ((Button) find("#saveButton")).fire();
        });
        assertThat(saved).isEmpty();
        assertThat(Screen.on(() -> dialog.window().isShowing())).isTrue();
        assertThat(Screen.on(() -> ((Label) find("#port-problem")).getText()))
                .isEqualTo("Port 9100 is in use by java, process 4127.");
        assertThat(Screen.on(() -> find("#saveButton").isDisabled())).isTrue();
        Screen.run(() -> {
            ((Button) find("#usePort")).fire();
            ((Button) find("#saveButton")).fire();
        });
        assertThat(saved.getFirst().proxy().port()).isEqualTo(TAKEN + 1);
    }

    @Test
    void aWrongPortIsExplainedAndCannotBeSaved() {
        Screen.run(() -> ((TextField) find("#port")).setText("many"));
        assertThat(Screen.on(() -> ((Label) find("#port-problem")).getText())).isEqualTo("A number from 0 to 65535");
        assertThat(Screen.on(() -> find("#saveButton").isDisabled())).isTrue();
    }

    @Test
    void aNewAddressSaysThatThePortIsClosedMeanwhile() {
        assertThat(Screen.on(() -> ((Label) find("#hint")).getText())).isEmpty();
        Screen.run(
                () -> ((ToggleButton) dialog.window().getScene().getRoot().lookupAll("#reach .toggle-button").stream()
                                .skip(1)
                                .findFirst()
                                .orElseThrow())
                        .fire());
        assertThat(Screen.on(() -> ((Label) find("#hint")).getText()))
                .isEqualTo("Saving closes the port and opens the new one");
        Screen.run(() -> ((Button) find("#saveButton")).fire());
        assertThat(saved.getFirst().proxy().host()).isEqualTo("0.0.0.0");
    }

    @ParameterizedTest
    @EnumSource(
            value = Theme.Choice.class,
            names = {"LIGHT", "DARK"})
    void everyPageIsDrawn(Theme.Choice choice) {
        Screen.run(() -> theme.choose(choice));
        for (String page : List.of("capture", "upstream", "cache", "limits", "sessions", "appearance")) {
            Screen.run(() -> {
                ((ToggleButton) find("#page-" + page)).fire();
                if (page.equals("capture")) {
                    ((TextField) find("#port")).setText("88888");
                }
            });
            Screen.frames(3);
            Screen.save(
                    Screen.on(() -> dialog.window().getScene().snapshot(null)),
                    "preferences-" + page + "-" + choice.name().toLowerCase(Locale.ROOT));
            assertThat(Screen.on(() -> ((ToggleButton) find("#page-" + page)).isSelected()))
                    .isTrue();
        }
    }

    private Node find(String selector) {
        return dialog.window().getScene().lookup(selector);
    }
}
