package dev.hopscope.cli;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/**
 * Gives a signal back its effect where the process was started with it ignored: a shell without job control starts {@code hopscope record &} with SIGINT
 * ignored, and the JVM then takes no handler for it. Any thread. Loaded only where that is so.
 */
final class IgnoredSignal {
    private static final int FAILED = -1;

    private IgnoredSignal() {}

    /** Calls {@code signal(number, SIG_DFL)} of the C library (POSIX). Whether it could be done. */
    static boolean restore(int number) {
        Linker linker = Linker.nativeLinker();
        MethodHandle signal = linker.downcallHandle(
                linker.defaultLookup().findOrThrow("signal"),
                FunctionDescriptor.of(ValueLayout.ADDRESS, ValueLayout.JAVA_INT, ValueLayout.ADDRESS));
        try {
            MemorySegment before = (MemorySegment) signal.invokeExact(number, MemorySegment.NULL);
            return before.address() != FAILED;
        } catch (Throwable e) { // what a method handle may throw
            throw new IllegalStateException("signal() of the C library failed", e);
        }
    }
}
