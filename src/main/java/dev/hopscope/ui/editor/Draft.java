package dev.hopscope.ui.editor;

import dev.hopscope.exchange.Headers;
import dev.hopscope.exchange.Origin;
import dev.hopscope.replay.RequestDraft;
import dev.hopscope.replay.RequestUrl;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A request as it is being written. Immutable: each edit makes the next, in which what follows is true again.
 *
 * @param base the URL up to the question mark, as written
 * @param query the parameters behind it, with those that are off
 * @param raw whether characters up to U+00FF in the URL are octets as they were recorded
 * @param direct whether it goes past the upstream proxy
 * @param fileLength octets of the file to send, -1 while not known
 */
public record Draft(
        String method,
        String base,
        List<Parameter> query,
        boolean raw,
        List<FieldLine> fields,
        DraftBody body,
        boolean direct,
        long fileLength) {
    static final Draft BLANK = new Draft("GET", "", List.of(), false, List.of(), DraftBody.EMPTY, false, -1);

    public Draft {
        query = List.copyOf(query);
        fields = List.copyOf(fields);
    }

    /** The same request, with Host and Content-Length following where they say what they would. */
    static Draft of(RequestDraft request) {
        String url = request.url();
        int mark = url.indexOf('?');
        String base = mark < 0 ? url : url.substring(0, mark);
        Draft draft = new Draft(
                request.method(),
                base,
                Parameter.parse(mark < 0 ? null : url.substring(mark + 1)),
                request.target().chars().anyMatch(c -> c > 0x7F),
                FieldLines.adopt(
                        FieldLines.of(request.headers()), request.origin().authority()),
                DraftBody.of(request.body(), request.headers()),
                false,
                -1);
        return draft.settled();
    }

    String url() {
        String sent = Parameter.write(query);
        return sent == null ? base : base + "?" + sent;
    }

    RequestUrl asked() {
        return RequestUrl.of(url(), method, raw);
    }

    /** Whom it goes to; null while the URL does not say. */
    @Nullable
    Origin origin() {
        return asked() instanceof RequestUrl.Asked asked ? asked.origin() : null;
    }

    /** The lines that are sent. */
    Headers headers() {
        return FieldLines.headers(fields);
    }

    /** Octets of the body, -1 while not known. */
    long length() {
        return body.kind() == DraftBody.Kind.FILE ? fileLength : body.content().length();
    }

    Draft withMethod(String next) {
        return new Draft(next, base, query, raw, fields, body, direct, fileLength);
    }

    Draft withUrl(String typed) {
        String text = typed.strip();
        int mark = text.indexOf('?');
        List<Parameter> on = Parameter.parse(mark < 0 ? null : text.substring(mark + 1));
        String next = mark < 0 ? text : text.substring(0, mark);
        return new Draft(method, next, Parameter.merge(query, on), raw, fields, body, direct, fileLength).settled();
    }

    /** To another origin; path and query stay. */
    Draft withOrigin(Origin next) {
        int scheme = base.indexOf("://");
        int slash = base.indexOf('/', scheme < 0 ? 0 : scheme + 3);
        String path = slash < 0 ? "" : base.substring(slash);
        return new Draft(method, next + path, query, raw, fields, body, direct, fileLength).settled();
    }

    Draft withQuery(List<Parameter> next) {
        return new Draft(method, base, next, raw, fields, body, direct, fileLength);
    }

    Draft withFields(List<FieldLine> next) {
        return new Draft(method, base, query, raw, next, body, direct, fileLength).settled();
    }

    Draft withFields(UnaryOperator<List<FieldLine>> change) {
        return withFields(change.apply(fields));
    }

    Draft withBody(DraftBody next) {
        return new Draft(method, base, query, raw, fields, next, direct, fileLength).settled();
    }

    /** As another kind; a Content-Type that was only usual for the one before goes with it. */
    Draft withKind(DraftBody.Kind kind) {
        String named = FieldLines.first(fields, "Content-Type");
        boolean usual = named == null || named.equals(DraftBody.usualType(body.kind()));
        List<FieldLine> next =
                usual ? FieldLines.put(fields, "Content-Type", DraftBody.usualType(kind)) : List.copyOf(fields);
        return new Draft(method, base, query, raw, next, body.as(kind), direct, fileLength).settled();
    }

    Draft withDirect(boolean next) {
        return new Draft(method, base, query, raw, fields, body, next, fileLength);
    }

    Draft withFile(String path, long length) {
        return new Draft(method, base, query, raw, fields, body.withFile(path), direct, length).settled();
    }

    /** Without a body that was too long to be kept; its length stays, so that it is not sent without it unseen. */
    Draft withLostBody() {
        DraftBody lost = DraftBody.EMPTY.as(DraftBody.Kind.RECORDED);
        return new Draft(method, base, query, raw, fields, lost, direct, fileLength);
    }

    private Draft settled() {
        Origin origin = origin();
        List<FieldLine> derived = FieldLines.derive(fields, origin == null ? null : origin.authority(), length());
        return derived.equals(fields) ? this : new Draft(method, base, query, raw, derived, body, direct, fileLength);
    }
}
