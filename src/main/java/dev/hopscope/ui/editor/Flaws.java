package dev.hopscope.ui.editor;

import dev.hopscope.exchange.Headers;
import dev.hopscope.exchange.Origin;
import dev.hopscope.replay.RequestUrl;
import dev.hopscope.ui.kit.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Why a draft cannot be sent as it stands, in words. Pure. Judges nothing that an origin may judge. */
final class Flaws {
    /** RFC 9110 §5.6.2. */
    private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");

    private Flaws() {}

    /**
     * The first flaw; null where there is none.
     *
     * @param upstream whether it would go through an upstream proxy
     */
    static @Nullable String first(Draft draft, boolean upstream) {
        List<String> all = all(draft, upstream);
        return all.isEmpty() ? null : all.getFirst();
    }

    static List<String> all(Draft draft, boolean upstream) {
        List<String> flaws = new ArrayList<>();
        if (draft.asked() instanceof RequestUrl.Faulty faulty) {
            flaws.add(Messages.text("editor.flaw.url." + faulty.fault().name().toLowerCase(Locale.ROOT)));
        }
        if (!TOKEN.matcher(draft.method()).matches()) {
            flaws.add(Messages.text("editor.flaw.method"));
        } else if (draft.method().equals("CONNECT")) {
            flaws.add(Messages.text("editor.flaw.connect"));
        }
        lines(draft, flaws);
        host(draft, upstream, flaws);
        framing(draft, flaws);
        return flaws;
    }

    private static void lines(Draft draft, List<String> flaws) {
        for (FieldLine line : draft.fields()) {
            if (!line.on()) {
                continue;
            }
            if (line.value() == null) {
                flaws.add(Messages.text("editor.flaw.colon", line.name()));
            } else if (!TOKEN.matcher(line.name()).matches()) {
                flaws.add(
                        Messages.text(line.name().isEmpty() ? "editor.flaw.noName" : "editor.flaw.name", line.name()));
            } else if (line.value().chars().anyMatch(c -> c > 0xFF)) {
                flaws.add(Messages.text("editor.flaw.wide", line.name()));
            } else if (line.value().chars().anyMatch(c -> c < 0x20 && c != '\t' || c == 0x7F)) {
                flaws.add(Messages.text("editor.flaw.control", line.name()));
            }
        }
    }

    private static void host(Draft draft, boolean upstream, List<String> flaws) {
        List<String> hosts = draft.headers().all("Host");
        if (hosts.size() != 1) {
            flaws.add(Messages.text(hosts.isEmpty() ? "editor.flaw.noHost" : "editor.flaw.hosts"));
            return;
        }
        Origin origin = draft.origin();
        if (origin != null
                && upstream
                && !draft.direct()
                && !origin.secure()
                && !hosts.getFirst().equalsIgnoreCase(origin.authority())) {
            flaws.add(Messages.text("editor.flaw.upstreamHost", hosts.getFirst()));
        }
    }

    private static void framing(Draft draft, List<String> flaws) {
        Headers headers = draft.headers();
        boolean chunked = headers.has("Transfer-Encoding");
        if (chunked && headers.has("Content-Length")) {
            flaws.add(Messages.text("editor.flaw.framing"));
        }
        if (chunked
                && !headers.all("Transfer-Encoding").stream()
                        .allMatch(value -> value.strip().equalsIgnoreCase("chunked"))) {
            flaws.add(Messages.text("editor.flaw.coding"));
        }
        if (draft.body().kind() == DraftBody.Kind.FILE && draft.body().file().isEmpty()) {
            flaws.add(Messages.text("editor.flaw.file"));
        } else if (draft.body().kind() == DraftBody.Kind.RECORDED
                && draft.body().recorded() == null) {
            flaws.add(Messages.text("editor.flaw.lost"));
        } else if (draft.length() != 0 && !chunked && !headers.has("Content-Length")) {
            flaws.add(Messages.text("editor.flaw.unframed"));
        }
    }
}
