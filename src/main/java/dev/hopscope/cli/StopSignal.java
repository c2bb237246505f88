package dev.hopscope.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import sun.misc.Signal;
import sun.misc.SignalHandler;

/** Turns SIGINT and SIGTERM into a wish to end. Signals come on threads of the JVM; one thread waits. Ends nothing itself. */
public final class StopSignal {
    private final CountDownLatch asked = new CountDownLatch(1);

    private StopSignal() {}

    /** From now on these signals do not end the process at once. */
    static StopSignal install() {
        StopSignal stop = new StopSignal();
        install(stop.asked::countDown);
        return stop;
    }

    /** From now on these signals run {@code ask} in place of ending the process, also where it was started with them ignored. */
    public static void install(Runnable ask) {
        for (String name : new String[] {"INT", "TERM"}) {
            Signal signal = new Signal(name);
            SignalHandler handler = received -> ask.run();
            if (Signal.handle(signal, handler).equals(SignalHandler.SIG_IGN)
                    && IgnoredSignal.restore(signal.getNumber())) {
                Signal.handle(signal, handler);
            }
        }
    }

    /** Waits up to half a second; whether a signal came. */
    boolean await() throws InterruptedException {
        return asked.await(500, TimeUnit.MILLISECONDS);
    }
}
