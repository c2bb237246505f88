package dev.hopscope.proxy.protocol.http1;

import io.netty.channel.Channel;

/** Why a channel is not read just now; it is read when no reason is left. On its event loop. Changes the channel only when the answer changes. */
final class Pause {
    /** The other side does not take what was read. */
    static final int PEER = 1;
    /** The recording is behind. */
    static final int RECORDING = 2;
    /** There is more at hand than is wanted. */
    static final int FULL = 4;

    private int reasons;

    void set(Channel channel, int reason, boolean on) {
        int next = on ? reasons | reason : reasons & ~reason;
        if (next == reasons) {
            return;
        }
        reasons = next;
        boolean read = next == 0;
        if (channel.config().isAutoRead() != read) {
            channel.config().setAutoRead(read);
        }
    }

    boolean on() {
        return reasons != 0;
    }
}
