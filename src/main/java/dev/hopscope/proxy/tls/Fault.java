package dev.hopscope.proxy.tls;

import java.util.List;
import java.util.stream.Collectors;

/**
 * One thing that is wrong with an origin's certificate. Immutable.
 *
 * @param detail a clause with the facts, without full stop
 */
record Fault(Code code, String detail) {
    /** In the order in which they are named: what tells most about the cause first. */
    enum Code {
        UNREADABLE("certificate-unreadable"),
        CHAIN_TOO_LONG("certificate-chain-too-long"),
        BAD_SIGNATURE("certificate-bad-signature"),
        SELF_SIGNED("certificate-self-signed"),
        UNTRUSTED("certificate-untrusted"),
        CHAIN_INCOMPLETE("certificate-chain-incomplete"),
        NO_SAN("certificate-no-san"),
        HOST_MISMATCH("certificate-host-mismatch"),
        EXPIRED("certificate-expired"),
        NOT_YET_VALID("certificate-not-yet-valid"),
        NAME_CONSTRAINT("certificate-name-constraint"),
        NOT_A_CA("certificate-not-an-authority"),
        PATH_LENGTH("certificate-path-length"),
        NOT_FOR_SERVERS("certificate-not-for-servers"),
        CA_AS_LEAF("certificate-of-an-authority"),
        CRITICAL_EXTENSION("certificate-critical-extension"),
        WEAK_KEY("certificate-weak-key"),
        WEAK_SIGNATURE("certificate-weak-signature"),
        INVALID("certificate-invalid");

        private final String text;

        Code(String text) {
            this.text = text;
        }

        String text() {
            return text;
        }
    }

    /** All of them as one sentence, in order. */
    static String sentence(List<Fault> faults) {
        return faults.stream().map(Fault::detail).collect(Collectors.joining("; besides, "));
    }
}
