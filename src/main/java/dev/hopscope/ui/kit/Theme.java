package dev.hopscope.ui.kit;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.scene.Scene;
import javafx.scene.text.Font;

/**
 * Colours, fonts and text size of all scenes given to it, light, dark or as the system says. FX thread. Does not remember the choice.
 */
public final class Theme {
    /** What the user asks for. */
    public enum Choice {
        SYSTEM,
        LIGHT,
        DARK
    }

    /** The text size all em are based on, in pixels. */
    public static final int DEFAULT_TEXT_SIZE = 12;

    private static final List<String> FONTS = List.of(
            "Inter-Regular", "Inter-Medium", "Inter-SemiBold", "JetBrainsMonoNL-Regular", "JetBrainsMonoNL-SemiBold");
    private static final List<String> SHEETS = List.of(
            "hopscope", "shell", "table", "preferences", "detail", "environment", "compare", "copyas", "editor");

    private static boolean fontsLoaded;

    private final List<Scene> scenes = new ArrayList<>();
    private final ReadOnlyBooleanWrapper dark = new ReadOnlyBooleanWrapper(this, "dark");
    private Choice choice = Choice.SYSTEM;
    private int textSize = DEFAULT_TEXT_SIZE;

    /** Held by the system's side weakly: a theme nobody uses any more can go, and its scenes with it. */
    private final InvalidationListener system = scheme -> restyle();

    public Theme() {
        loadFonts();
        Platform.getPreferences().colorSchemeProperty().addListener(new WeakInvalidationListener(system));
        restyle();
    }

    /** Whether dark colours are shown now: for drawings that take their colours by code. */
    public ReadOnlyBooleanProperty darkProperty() {
        return dark.getReadOnlyProperty();
    }

    public int textSize() {
        return textSize;
    }

    /** Styles a scene from now on, until {@link #release}. */
    public void install(Scene scene) {
        scenes.add(scene);
        scene.getStylesheets().setAll(sheets());
    }

    /** Forgets a scene whose window has closed. */
    public void release(Scene scene) {
        scenes.remove(scene);
    }

    public void choose(Choice newChoice) {
        choice = newChoice;
        restyle();
    }

    /** @param pixels of body text; everything else scales with it */
    public void setTextSize(int pixels) {
        textSize = pixels;
        restyle();
    }

    /** Registers the bundled fonts, once; needs no toolkit running. */
    public static synchronized void loadFonts() {
        if (fontsLoaded) {
            return;
        }
        fontsLoaded = true;
        for (String name : FONTS) {
            try (InputStream file = resource("fonts/" + name + ".ttf").openStream()) {
                Objects.requireNonNull(Font.loadFont(file, DEFAULT_TEXT_SIZE), name);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void restyle() {
        dark.set(
                switch (choice) {
                    case SYSTEM -> Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
                    case LIGHT -> false;
                    case DARK -> true;
                });
        Application.setUserAgentStylesheet(
                dark.get() ? new PrimerDark().getUserAgentStylesheet() : new PrimerLight().getUserAgentStylesheet());
        List<String> sheets = sheets();
        scenes.forEach(scene -> scene.getStylesheets().setAll(sheets));
    }

    private List<String> sheets() {
        return Stream.concat(
                        Stream.concat(Stream.of(dark.get() ? "dark" : "light"), SHEETS.stream())
                                .map(name -> resource("theme/" + name + ".css").toExternalForm()),
                        Stream.of("data:text/css,.root%20%7B%20-fx-font-size:%20" + textSize + "px;%20%7D"))
                .toList();
    }

    private static URL resource(String path) {
        return Objects.requireNonNull(Theme.class.getResource("/dev/hopscope/ui/" + path), path);
    }
}
