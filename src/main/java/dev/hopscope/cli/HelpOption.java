package dev.hopscope.cli;

import picocli.CommandLine.Option;

/** {@code --help} of every command. Filled by picocli on the command's thread. */
final class HelpOption {
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this text.")
    private boolean asked;
}
