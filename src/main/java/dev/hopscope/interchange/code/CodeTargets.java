package dev.hopscope.interchange.code;

import dev.hopscope.replay.RequestDraft;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** All targets, in the order they are shown, and the one way to have a request written; any thread; a target is one file and one line here. */
public final class CodeTargets {
    /** All of them; the first is what the key copies. */
    public static final List<CodeTarget> ALL = List.of(
            new CurlTarget(),
            new CurlPowerShellTarget(),
            new CurlCmdTarget(),
            new WgetTarget(),
            new HttpieTarget(),
            new PowerShellTarget(),
            new RawTarget(),
            new HttpFileTarget(),
            new PythonRequestsTarget(),
            new PythonHttpxTarget(),
            new PythonUrllibTarget(),
            new JsFetchTarget(),
            new JsAxiosTarget(),
            new NodeHttpTarget(),
            new NodeUndiciTarget(),
            new JavaHttpClientTarget(),
            new JavaOkHttpTarget(),
            new KotlinTarget(),
            new GoTarget(),
            new CSharpTarget(),
            new PhpCurlTarget(),
            new PhpGuzzleTarget(),
            new RubyTarget(),
            new RustReqwestTarget(),
            new PerlLwpTarget(),
            new K6Target());

    /** Bodies above this are refused: no clipboard, editor or compiler is fond of them. */
    private static final int MOST_OCTETS = 4 << 20;

    private static final int MOST_TOGETHER = 32 << 20;

    private CodeTargets() {}

    /** The target of this id. */
    public static Optional<CodeTarget> byId(String id) {
        return ALL.stream().filter(target -> target.card().id().equals(id)).findFirst();
    }

    /**
     * Writes several requests for a program, one after another: for commands and the request files of IDEs. One that cannot be carried is the reason why there is no
     * text at all.
     *
     * @param drafts one at least
     */
    public static Code write(CodeTarget target, List<RequestDraft> drafts, boolean mask) {
        if (drafts.size() == 1) {
            return write(target, drafts.getFirst(), mask);
        }
        TargetCard card = target.card();
        if (card.group() != TargetGroup.COMMAND_LINE && !card.id().equals("http-file")) {
            return new Code.Refused("Several requests one after another make sense as commands; " + card.title()
                    + " is written for one. Select one row.");
        }
        StringBuilder all = new StringBuilder();
        Set<String> notes = new LinkedHashSet<>();
        for (RequestDraft draft : drafts) {
            switch (write(target, draft, mask)) {
                case Code.Refused refused -> {
                    return new Code.Refused(draft.method() + " " + shown(draft) + ": " + refused.why());
                }
                case Code.Text text -> {
                    all.append(all.isEmpty() ? "" : "\n").append(text.text());
                    notes.addAll(text.notes());
                }
            }
            if (all.length() > MOST_TOGETHER) {
                return new Code.Refused("Together the text has more than " + (MOST_TOGETHER >> 20) + " Mi characters.");
            }
        }
        return new Code.Text(all.toString(), List.copyOf(notes));
    }

    /** A URL in a sentence. */
    private static String shown(RequestDraft draft) {
        String url = (draft.origin() + draft.target()).split("[?]", 2)[0];
        return url.length() > 80 ? url.substring(0, 77) + "..." : url;
    }

    /**
     * Writes a request for a program, or says why that program cannot carry it.
     *
     * @param mask whether tokens, passwords and cookies are replaced by {@code ***}
     */
    public static Code write(CodeTarget target, RequestDraft draft, boolean mask) {
        RequestDraft shown = mask ? Secrets.masked(draft) : draft;
        TargetCard card = target.card();
        if (shown.body().length() > MOST_OCTETS) {
            return new Code.Refused("The body has " + shown.body().length() + " octets; text is written for up to "
                    + (MOST_OCTETS >> 20) + " MiB.");
        }
        Call call = Judge.call(shown);
        String refusal = Judge.refusal(call, card);
        if (refusal != null) {
            return new Code.Refused(refusal);
        }
        Code code = target.write(call);
        if (!(code instanceof Code.Text text)) {
            return code;
        }
        List<String> notes = new ArrayList<>(Judge.notes(call, card));
        notes.addAll(text.notes());
        if (mask && !Secrets.readable(draft)) {
            notes.add("The body is neither a form nor JSON and was not masked.");
        }
        return new Code.Text(text.text(), notes);
    }
}
