package dev.hopscope.ui.shell;

import dev.hopscope.capture.RecordingState;
import dev.hopscope.capture.Session;
import dev.hopscope.proxy.ProxyState;
import dev.hopscope.ui.kit.Banner;
import dev.hopscope.ui.kit.Figures;
import dev.hopscope.ui.kit.Messages;
import dev.hopscope.ui.kit.Tone;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which banner is shown: one, the worst. FX thread. */
final class BannerChoice {
    private final ShellModel model;
    private final ShellCommands commands;
    private final Runnable preferences;

    BannerChoice(ShellModel model, ShellCommands commands, Runnable preferences) {
        this.model = model;
        this.commands = commands;
        this.preferences = preferences;
    }

    /** @param rows in the session shown */
    @Nullable
    Banner worst(int rows) {
        if (model.recordingProperty().get() instanceof RecordingState.Stopped stopped) {
            return new Banner(
                    Tone.BAD,
                    Messages.text("banner.stopped"),
                    Messages.text("banner.stopped.detail", stopped.cause()),
                    List.of(new Banner.Action(
                            Messages.text("banner.stopped.elsewhere"), false, commands::recordElsewhere)));
        }
        if (model.proxyProperty().get() instanceof ProxyState.Failed failed) {
            return portFailed(failed);
        }
        if (!model.notices().isEmpty()) {
            return of(model.notices().getFirst());
        }
        if (model.recordingProperty().get() instanceof RecordingState.Slowed) {
            return new Banner(
                    Tone.WARNING, Messages.text("banner.slowed"), Messages.text("banner.slowed.detail"), List.of());
        }
        Session session = model.sessionProperty().get();
        if (session != null && session.readOnly()) {
            return new Banner(
                    Tone.NOTE,
                    Messages.text("banner.opened", session.file().getFileName()),
                    Messages.text("banner.opened.detail", rows, Figures.count(rows)),
                    List.of(new Banner.Action(Messages.text("banner.opened.back"), false, commands::backToLive)));
        }
        if (model.proxyProperty().get() instanceof ProxyState.Listening on && on.warning() != null) {
            return new Banner(
                    Tone.WARNING,
                    Messages.text("banner.beyond", on.address()),
                    on.warning(),
                    List.of(new Banner.Action(Messages.text("banner.beyond.here"), false, commands::listenHereOnly)));
        }
        return null;
    }

    private Banner of(Notice notice) {
        List<Banner.Action> actions = new ArrayList<>();
        String text = notice.copy();
        if (text != null) {
            actions.add(new Banner.Action(Messages.text("banner.copy"), false, () -> ShellCommands.copy(text)));
        }
        actions.add(new Banner.Action(
                Messages.text("banner.dismiss"), false, () -> model.notices().remove(notice)));
        return new Banner(notice.tone(), notice.headline(), notice.detail(), actions);
    }

    private Banner portFailed(ProxyState.Failed failed) {
        List<Banner.Action> actions = new ArrayList<>();
        if (failed.nextFreePort() > 0) {
            actions.add(new Banner.Action(
                    Messages.text("banner.port.use", Integer.toString(failed.nextFreePort())),
                    true,
                    () -> commands.usePort(failed.nextFreePort())));
        }
        actions.add(new Banner.Action(Messages.text("banner.port.again"), false, commands::listenAgain));
        actions.add(new Banner.Action(Messages.text("banner.port.preferences"), false, preferences));
        String port = Integer.toString(commands.settings().proxy().port());
        String headline = !failed.portTaken()
                ? failed.message()
                : failed.holder() == null
                        ? Messages.text("banner.port.taken", port)
                        : Messages.text("banner.port.takenBy", port, failed.holder());
        return new Banner(Tone.BAD, headline, Messages.text("banner.port.detail"), actions);
    }
}
