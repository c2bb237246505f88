package dev.hopscope.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** All commands by name, and how one is run. The calling thread; only what was asked for is loaded. */
public final class Commands {
    /** In the order of the help text. */
    static final Map<String, BiFunction<Program, Console, Callable<Integer>>> ALL = all();

    private Commands() {}

    private static Map<String, BiFunction<Program, Console, Callable<Integer>>> all() {
        Map<String, BiFunction<Program, Console, Callable<Integer>>> all = new LinkedHashMap<>();
        all.put("open", (program, console) -> new OpenCommand(program));
        all.put("record", RecordCommand::new);
        all.put("list", ListCommand::new);
        all.put("show", ShowCommand::new);
        all.put("export", ExportCommand::new);
        all.put("ca", CaCommand::new);
        all.put("no-proxy", (program, console) -> new NoProxyCommand(console));
        all.put("env", EnvCommand::new);
        return all;
    }

    /** The version of this program; {@code development} when run from classes. */
    public static String version() {
        String version = Commands.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }

    /** Runs what the arguments say and gives the exit status ({@link ExitStatus}). A session file alone is opened, as a double click asks for it. */
    public static int run(Program program, Console console, String... args) {
        return args.length == 1 && args[0].endsWith(".hops")
                ? command(program, console, "open", args[0])
                : command(program, console, args);
    }

    private static int command(Program program, Console console, String... args) {
        var chosen = args.length == 0 ? null : ALL.get(args[0]);
        if (args.length == 0 || args[0].equals("record")) {
            program.warmUp();
        }
        CommandLine line;
        String[] rest = args;
        if (args.length == 0) {
            line = new CommandLine(new HopscopeCommand(program)); // the other commands need not be known
        } else if (chosen != null) {
            line = new CommandLine(chosen.apply(program, console)).setCommandName("hopscope " + args[0]);
            rest = Arrays.copyOfRange(args, 1, args.length);
        } else {
            line = root(program, console);
        }
        settle(line, console);
        return line.execute(rest);
    }

    private static CommandLine root(Program program, Console console) {
        CommandLine root = new CommandLine(new HopscopeCommand(program));
        ALL.forEach((name, command) -> root.addSubcommand(name, command.apply(program, console)));
        root.getCommandSpec().version("Hopscope " + version());
        return root;
    }

    private static void settle(CommandLine line, Console console) {
        line.setExecutionStrategy(result -> {
            if (result.hasSubcommand() && !result.matchedOptions().isEmpty()) {
                String name = result.subcommand().commandSpec().name();
                String option = result.matchedOptions().getFirst().longestName();
                throw new ParameterException(
                        line, "Options stand after the command: hopscope " + name + " " + option + " ...");
            }
            return new CommandLine.RunLast().execute(result);
        });
        line.setParameterExceptionHandler((e, args) -> wrongUse(e, console));
        line.setExecutionExceptionHandler((e, failed, result) -> failed(e, console));
        line.setUsageHelpAutoWidth(true);
        line.setOut(new HelpPrinter(console));
    }

    private static int wrongUse(ParameterException e, Console console) {
        String name = e.getCommandLine().getCommandName();
        console.message(e.getMessage() + "\n'" + name + " --help' shows what there is.");
        return ExitStatus.WRONG_USE;
    }

    private static int failed(Exception e, Console console) {
        if (e instanceof CommandFailure failure) {
            console.message(failure.words());
            return failure.status();
        }
        if (e instanceof IOException io) {
            console.message(Words.of(io));
            return ExitStatus.FAILURE;
        }
        StringWriter trace = new StringWriter();
        e.printStackTrace(new PrintWriter(trace));
        console.message("This is a fault of Hopscope's own:\n" + trace);
        return ExitStatus.FAILURE;
    }

    /** Lets picocli print its help to the console. */
    private static final class HelpPrinter extends PrintWriter {
        HelpPrinter(Console console) {
            super(
                    new StringWriter() {
                        @Override
                        public void flush() {
                            console.help(toString());
                            getBuffer().setLength(0);
                        }
                    },
                    true);
        }
    }
}
