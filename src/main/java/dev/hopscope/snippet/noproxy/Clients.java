package dev.hopscope.snippet.noproxy;

import java.util.List;
import java.util.Optional;

/** The clients Hopscope knows, in the order they are shown; immutable; a client is one file and one line here. */
public final class Clients {
    private Clients() {}

    /** All of them. */
    public static final List<NoProxyClient> ALL = List.of(
            new CurlRules(),
            new WgetRules(),
            new BusyboxWgetRules(),
            new AriaRules(),
            new GitRules(),
            new GitHttpProxyRules(),
            new AptRules(),
            new NpmRules(),
            new UrllibRules(),
            new RequestsRules(),
            new HttpxRules(),
            new AiohttpRules(),
            new GoRules(),
            new RubyNetHttpRules(),
            new RubyOpenUriRules(),
            new LwpRules(),
            new HttpTinyRules(),
            new PhpCurlRules(),
            new GuzzleRules(),
            new Undici7Rules(),
            new Undici8Rules(),
            new Node22FetchRules(),
            new Node22HttpRules(),
            new Node24FetchRules(),
            new Node24HttpRules(),
            new Node26FetchRules(),
            new Node26HttpRules(),
            new AxiosRules(),
            new Axios17Rules(),
            new GlobalAgentRules(),
            new GlobalAgent3Rules(),
            new ProxyFromEnvRules(),
            new ProxyFromEnv1Rules(),
            new ProxyAgentRules(),
            new NeedleRules(),
            new RequestRules(),
            new GotRules(),
            new Node20FetchRules(),
            new Node20HttpRules(),
            new Node24FetchPlainRules(),
            new Node24HttpPlainRules(),
            new JavaHucRules(),
            new JavaHttpClientRules(),
            new Java17HucRules(),
            new Java17HttpClientRules(),
            new JavaHucEnvRules(),
            new JavaHttpClientEnvRules(),
            new JavaSystemProxiesRules(),
            new MavenRules());

    /** The client of this id. */
    public static Optional<NoProxyClient> byId(String id) {
        return ALL.stream().filter(client -> client.id().equals(id)).findFirst();
    }
}
