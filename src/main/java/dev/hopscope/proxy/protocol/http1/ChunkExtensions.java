package dev.hopscope.proxy.protocol.http1;

/** The grammar of what may follow a chunk's size (RFC 9112 §7.1.1). Pure. Keeps nothing: extensions are for one hop. */
final class ChunkExtensions {
    private ChunkExtensions() {}

    /** Whether these octets are {@code *( BWS ";" BWS name [ BWS "=" BWS ( token / quoted-string ) ] )}. */
    static boolean valid(byte[] b, int start, int end) {
        int i = start;
        while (i < end) {
            i = blanks(b, i, end);
            if (i == end || b[i] != ';') {
                return false;
            }
            i = blanks(b, i + 1, end);
            int name = i;
            i = token(b, i, end);
            if (i == name) {
                return false;
            }
            int equals = blanks(b, i, end);
            if (equals < end && b[equals] == '=') {
                int value = blanks(b, equals + 1, end);
                i = value < end && b[value] == '"' ? quoted(b, value, end) : token(b, value, end);
                if (i <= value) {
                    return false;
                }
            }
        }
        return true;
    }

    private static int blanks(byte[] b, int from, int end) {
        int i = from;
        while (i < end && (b[i] == ' ' || b[i] == '\t')) {
            i++;
        }
        return i;
    }

    private static int token(byte[] b, int from, int end) {
        int i = from;
        while (i < end && Octets.token(b[i])) {
            i++;
        }
        return i;
    }

    /** The index after the closing quote, or -1. */
    private static int quoted(byte[] b, int open, int end) {
        for (int i = open + 1; i < end; i++) {
            if (b[i] == '"') {
                return i + 1;
            }
            if (b[i] == '\\') {
                i++;
            }
            if (i == end || !Octets.value(b[i])) {
                return -1;
            }
        }
        return -1;
    }
}
