package dev.hopscope.ui.detail;

import dev.hopscope.exchange.Certificates;
import dev.hopscope.exchange.ConnectionUse;
import dev.hopscope.exchange.Endpoint;
import dev.hopscope.exchange.Exchange;
import dev.hopscope.exchange.FailedHandshake;
import dev.hopscope.exchange.Failure;
import dev.hopscope.exchange.HttpExchange;
import dev.hopscope.exchange.Outcome;
import dev.hopscope.exchange.Phase;
import dev.hopscope.exchange.TunnelExchange;
import dev.hopscope.inspect.CertificateFacts;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A failure that the user can do something about from here. Immutable. */
public sealed interface Trouble {
    Failure failure();

    /** A client would not accept our certificate: install the CA there, or tunnel the host. */
    record ClientRefuses(Failure failure, String client, Endpoint target) implements Trouble {}

    /**
     * An origin's certificate does not hold.
     *
     * @param chain as the origin sent it, leaf first, maybe empty
     */
    record BadCertificate(Failure failure, Endpoint target, List<CertificateFacts> chain) implements Trouble {
        /** The leaf's fingerprint, to trust it by; null where the chain is not known. */
        public @Nullable String sha256() {
            return chain.isEmpty() ? null : chain.getFirst().fingerprint();
        }
    }

    /** @return null where nothing can be done from here */
    static @Nullable Trouble of(Exchange exchange) {
        if (!(exchange.outcome() instanceof Outcome.Failed failed)) {
            return null;
        }
        Failure failure = failed.failure();
        return switch (exchange) {
            case FailedHandshake x -> new ClientRefuses(failure, Wording.client(x.client()), x.target());
            case HttpExchange x ->
                x.origin() == null ? null : certificate(failure, x.origin().endpoint(), x.originConnection());
            case TunnelExchange x -> certificate(failure, x.target(), x.originConnection());
        };
    }

    private static @Nullable Trouble certificate(Failure failure, Endpoint target, @Nullable ConnectionUse origin) {
        if (failure.phase() != Phase.TLS || !failure.code().startsWith("certificate")) {
            return null;
        }
        var tls = origin == null ? null : origin.connection().tls();
        return new BadCertificate(
                failure, target, CertificateFacts.of(tls == null ? Certificates.NONE : tls.certificates()));
    }
}
