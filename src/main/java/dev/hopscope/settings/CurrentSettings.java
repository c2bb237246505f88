package dev.hopscope.settings;

import java.io.IOException;
import java.util.function.UnaryOperator;

/**
 * The settings in force, and those to be remembered: options of the command line count for this run only. Any thread; {@link #update} blocks on the disk. Tells
 * nobody of a change.
 */
public final class CurrentSettings {
    private final SettingsFile file;
    private Settings stored;
    private Settings inForce;

    /** @param options what this run's command line changes, applied to the stored settings but never stored */
    public CurrentSettings(SettingsFile file, Settings stored, UnaryOperator<Settings> options) {
        this.file = file;
        this.stored = stored;
        this.inForce = options.apply(stored);
    }

    /** The settings in force now. */
    public synchronized Settings get() {
        return inForce;
    }

    /**
     * Changes the settings in force and those stored, and writes the file.
     *
     * @param change sets what the user changed and nothing else: it is applied to both
     * @return the settings now in force, also where writing failed
     * @throws IOException where the file cannot be written; the change is in force all the same
     */
    public synchronized Settings update(UnaryOperator<Settings> change) throws IOException {
        inForce = change.apply(inForce);
        stored = change.apply(stored);
        file.write(stored);
        return inForce;
    }
}
