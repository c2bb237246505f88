package dev.hopscope.cli;

import dev.hopscope.settings.ConfigFolder;
import dev.hopscope.settings.Settings;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What a run was asked for on the command line. Immutable.
 *
 * @param session the session file, null for a new dated one
 * @param insecure whether certificates of origins go unverified; never stored
 * @param options what the command line changes in the settings, for this run only
 */
public record RunRequest(
        ConfigFolder folder, @Nullable Path session, boolean insecure, UnaryOperator<Settings> options) {}
