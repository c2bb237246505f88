package dev.hopscope.app;

import dev.hopscope.cli.Commands;
import dev.hopscope.cli.Console;

/** Where the program begins: the thread of the JVM runs the command that the arguments name, and ends the process with its status. Loads no screen. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        // read when the first message is logged, if ever
        System.setProperty("java.util.logging.config.class", LogSetup.class.getName());
        System.exit(Commands.run(new Wiring(), Console.ofProcess(), args));
    }
}
