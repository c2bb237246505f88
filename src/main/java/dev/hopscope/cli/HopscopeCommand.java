package dev.hopscope.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** No command: the window with proxy and recording. Runs on the thread that called; decides nothing but the request. */
@Command(
        name = "hopscope",
        header = "A debugging proxy that shows each hop of every HTTP exchange.",
        description = "Without a command: opens the window, listens, and records.%n",
        synopsisSubcommandLabel = "[COMMAND]",
        sortOptions = false,
        commandListHeading = "%nCommands:%n",
        footer = "%n'hopscope COMMAND --help' tells more of a command.")
final class HopscopeCommand implements Callable<Integer> {
    private final Program program;

    @Mixin
    private final RunArguments arguments = new RunArguments();

    @Mixin
    private final HelpOption help = new HelpOption();

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            description = "Show the version.")
    private boolean version;

    HopscopeCommand(Program program) {
        this.program = program;
    }

    @Override
    public Integer call() {
        return program.window(arguments.request());
    }
}
