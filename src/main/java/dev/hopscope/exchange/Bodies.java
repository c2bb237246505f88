package dev.hopscope.exchange;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;

/** Opens recorded bodies for reading. Any thread; each channel one thread. */
public interface Bodies {
    /**
     * @return a read-only channel over the recorded octets; its size may be below {@link BodyRef#recorded} only where the session file is damaged
     * @throws IOException where the session file cannot be read; the message says what to do
     */
    SeekableByteChannel open(BodyRef ref) throws IOException;
}
