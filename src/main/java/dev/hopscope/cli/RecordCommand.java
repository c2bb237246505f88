package dev.hopscope.cli;

import dev.hopscope.capture.RecordingState;
import dev.hopscope.proxy.ProxyState;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code record}: proxy and recording without a window, until a signal. Runs on the thread that called, which waits; loads nothing of JavaFX. */
@Command(
        name = "record",
        header = "Run the proxy and record, without a window.",
        description = "Prints 'listening on http://HOST:PORT' when ready. Ctrl+C ends it with everything written.%n",
        sortOptions = false)
final class RecordCommand implements Callable<Integer> {
    private final Program program;
    private final Console console;

    @Mixin
    private final RunArguments arguments = new RunArguments();

    @Mixin
    private final HelpOption help = new HelpOption();

    RecordCommand(Program program, Console console) {
        this.program = program;
        this.console = console;
    }

    @Override
    public Integer call() throws InterruptedException {
        RunRequest request = arguments.request();
        StopSignal stop = StopSignal.install();
        try (HeadlessRun run = program.run(request)) {
            run.notices().forEach(console::message);
            switch (run.state()) {
                case ProxyState.Listening listening -> console.print(ready(listening));
                case ProxyState.Failed failed -> throw CommandFailure.failure(explain(failed));
                case ProxyState.Starting starting -> throw new IllegalStateException("still starting");
                case ProxyState.Stopped stopped -> throw new IllegalStateException("stopped at the start");
            }
            watch(run, stop);
            if (run.session().unrecorded() > 0) {
                console.message(missing(run.session().unrecorded()));
            }
        } catch (IOException e) {
            throw CommandFailure.failure(Words.of(e));
        }
        return ExitStatus.OK;
    }

    private String ready(ProxyState.Listening listening) {
        if (listening.warning() != null) {
            console.message(listening.warning());
        }
        return "listening on http://" + listening.address();
    }

    private static String missing(long unrecorded) {
        return unrecorded == 1
                ? "1 exchange passed unrecorded: its number is missing from the session."
                : unrecorded + " exchanges passed unrecorded: their numbers are missing from the session.";
    }

    private static String explain(ProxyState.Failed failed) {
        StringBuilder text = new StringBuilder(failed.message());
        if (failed.portTaken()) {
            if (failed.holder() != null && !failed.message().contains(failed.holder())) {
                text.append("\nIt is held by ").append(failed.holder()).append('.');
            }
            int free = failed.nextFreePort();
            text.append(
                    free == 0
                            ? "\n--listen-port 0 takes any free one."
                            : "\n--listen-port " + free + " listens there.");
        }
        return text.toString();
    }

    /** Says when recording stops or goes on, until a signal comes; an authority that cannot be had ends it. */
    private void watch(HeadlessRun run, StopSignal stop) throws InterruptedException, IOException {
        boolean stopped = false;
        boolean complete = false;
        do {
            complete = complete || run.complete();
            run.notices().forEach(console::message);
            RecordingState state = run.session().state();
            if (state instanceof RecordingState.Stopped s && !stopped) {
                console.message("Recording has stopped: " + s.cause() + "\nTraffic goes on unrecorded.");
                stopped = true;
            } else if (state instanceof RecordingState.Recording && stopped) {
                console.message("Recording goes on. " + missing(run.session().unrecorded()));
                stopped = false;
            }
        } while (!stop.await());
    }
}
