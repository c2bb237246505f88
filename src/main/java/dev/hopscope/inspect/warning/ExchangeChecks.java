package dev.hopscope.inspect.warning;

import dev.hopscope.exchange.HttpExchange;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The list of checks. Any thread. */
public final class ExchangeChecks {
    public static final List<ExchangeCheck> ALL = List.of(
            new StatusCheck(),
            new LengthCheck(),
            new RepeatedFieldCheck(),
            new CrossOriginCheck(),
            new CodingCheck(),
            new TypeCheck(),
            new CharsetCheck(),
            new CompressionCheck(),
            new ValueCheck());

    private ExchangeChecks() {}

    /**
     * What deserves a look, the worst first.
     *
     * @param body the response's body as far as it was looked at; null leaves out what needs it
     * @param requestBody the same of the request's
     */
    public static List<Warning> of(HttpExchange exchange, @Nullable BodyLook body, @Nullable BodyLook requestBody) {
        Warnings out = new Warnings();
        Evidence evidence = new Evidence(exchange, body, requestBody);
        ALL.forEach(check -> check.check(evidence, out));
        return out.list();
    }
}
