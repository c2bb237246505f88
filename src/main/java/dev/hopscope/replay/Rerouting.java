package dev.hopscope.replay;

import dev.hopscope.exchange.Headers;
import dev.hopscope.exchange.Origin;
import dev.hopscope.exchange.RequestHead;
import dev.hopscope.proxy.ReplayRequest;

/** Sends a request to another place than its own. Pure. All lines but Host stay as they are, in their order. */
final class Rerouting {
    private Rerouting() {}

    static ReplayRequest to(Origin place, ReplayRequest request, boolean hostFollows) {
        RequestHead head = request.head();
        Headers headers = hostFollows ? withHost(head.headers(), place.authority()) : head.headers();
        return new ReplayRequest(
                request.source(),
                new RequestHead(head.method(), RecordedRequest.originForm(head.target()), head.version(), headers),
                place.endpoint(),
                place.secure(),
                request.content(),
                request.trailers(),
                request.direct());
    }

    /** Each Host line says this, in its place and case; where there is none it comes first. */
    static Headers withHost(Headers headers, String authority) {
        Headers.Builder changed = Headers.builder();
        if (!headers.has("Host")) {
            changed.add("Host", authority);
        }
        headers.forEach(h -> changed.add(h.name(), h.name().equalsIgnoreCase("Host") ? authority : h.value()));
        return changed.build();
    }
}
