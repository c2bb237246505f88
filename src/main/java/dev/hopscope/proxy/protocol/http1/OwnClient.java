package dev.hopscope.proxy.protocol.http1;

import dev.hopscope.exchange.ExchangeId;
import dev.hopscope.exchange.Source;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Says that the client of a connection is Hopscope itself, which sends one request. On the connection's event loop. Sends nothing itself.
 *
 * @param source what the row is to say of where it comes from
 * @param begun is given the exchange's id when its row begins, null where it gets none
 */
record OwnClient(Source source, Consumer<@Nullable ExchangeId> begun) {}
