package dev.hopscope.inspect.meaning;

import java.util.Set;

/**
 * Takes one kind of value apart. A new one is one file and one line in {@link FieldDecoders#ALL}. Any thread, without state. Must not throw, whatever the
 * value is; must not touch the network, verify a signature or read a clock.
 */
public interface FieldDecoder {
    /** The fields it reads, in lower case. */
    Set<String> names();

    /**
     * Says what the parts of a value mean.
     *
     * @param name of the field, in lower case
     * @param value one char an octet, never longer than {@link FieldDecoders#LONGEST}
     */
    void decode(String name, String value, Setting setting, Parts out);
}
