package dev.hopscope.ui.environment;

import dev.hopscope.snippet.noproxy.ListAdvice;
import dev.hopscope.snippet.noproxy.NoProxyClient;
import dev.hopscope.snippet.noproxy.ProxyEnvironment;
import dev.hopscope.ui.kit.Messages;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.animation.PauseTransition;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/** What to write instead, or which split is needed. FX thread. Searches for nothing itself. */
final class TesterAdvice extends VBox {
    /** A search that is done sooner shows no progress. */
    private static final Duration FELT = Duration.millis(150);

    private final TesterModel model;
    private final Consumer<String> copy;
    private final VBox answer = new VBox();
    private final PauseTransition felt = new PauseTransition(FELT);

    TesterAdvice(TesterModel model, Consumer<String> copy) {
        this.model = model;
        this.copy = copy;
        getStyleClass().add("tester-advice");
        answer.getStyleClass().add("tester-answer");
        Label title = new Label(Messages.text("tester.instead"));
        title.getStyleClass().add("section-title");
        getChildren().addAll(title, busy(), answer);
        model.adviceProperty().subscribe(this::show);
        model.searching()
                .busyProperty()
                .subscribe(busy -> show(model.adviceProperty().get()));
    }

    private HBox busy() {
        ProgressBar progress = new ProgressBar();
        progress.setAccessibleText(Messages.text("tester.searching"));
        progress.progressProperty().bind(model.searching().progressProperty());
        Button cancel = new Button(Messages.text("tester.cancel"));
        cancel.getStyleClass().add("small");
        cancel.setId("tester-cancel");
        cancel.setOnAction(e -> model.cancelSearch());
        HBox busy = new HBox(new Label(Messages.text("tester.searching")), progress, cancel);
        busy.getStyleClass().add("tester-row");
        busy.managedProperty().bind(busy.visibleProperty());
        busy.setVisible(false);
        felt.setOnFinished(e -> busy.setVisible(model.searching().busyProperty().get()));
        model.searching().busyProperty().subscribe(on -> {
            felt.stop();
            if (on) {
                felt.playFromStart();
            } else {
                busy.setVisible(false);
            }
        });
        return busy;
    }

    private void show(@Nullable ListAdvice advice) {
        if (advice == null) {
            boolean waiting = model.searching().busyProperty().get();
            answer.getChildren().clear();
            if (!waiting && model.problemProperty().get().isEmpty()) {
                answer.getChildren().add(again());
            }
            return;
        }
        answer.getChildren().clear();
        String value = advice.value();
        if (advice.groups().isEmpty() && (value == null || value.isEmpty())) {
            say(Messages.text("tester.advice.nothing"));
        } else if (value != null) {
            say(Messages.text("tester.advice.one"));
            offer(value, List.of());
        } else {
            say(Messages.text("tester.advice.split"));
            advice.groups().forEach(this::group);
        }
        advice.beside()
                .forEach(beside -> say(Messages.text(
                        "tester.advice.beside", String.join(", ", beside.unsaid()), titles(beside.clients()))));
        if (!advice.unaffected().isEmpty()) {
            say(Messages.text("tester.advice.unaffected", titles(advice.unaffected())));
        }
    }

    private HBox again() {
        Button again = new Button(Messages.text("tester.again"));
        again.getStyleClass().add("small");
        again.setId("tester-again");
        again.setOnAction(e -> model.searchAgain());
        HBox row = new HBox(new Label(Messages.text("tester.cancelled")), again);
        row.getStyleClass().add("tester-row");
        return row;
    }

    private void group(ListAdvice.Group group) {
        String titles = titles(group.clients());
        String value = group.value();
        if (value == null) {
            say(Messages.text("tester.advice.none", String.join(", ", group.missed()), titles));
        } else if (value.isEmpty()) {
            say(Messages.text("tester.advice.empty", titles));
        } else {
            say(Messages.text("tester.advice.for", titles));
            offer(value, group.clients());
        }
    }

    private void say(String words) {
        Label label = new Label(words);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        answer.getChildren().add(label);
    }

    private void offer(String value, List<NoProxyClient> group) {
        Button use = new Button(Messages.text("tester.use"));
        use.getStyleClass().add("small");
        use.setMinWidth(USE_PREF_SIZE);
        use.setOnAction(e -> model.use(value));
        HBox row = copied(value);
        row.getChildren().add(use);
        answer.getChildren().add(row);
        boolean jvm = group.isEmpty()
                ? model.chosen.stream().anyMatch(TesterAdvice::readsBars)
                : group.stream().map(NoProxyClient::id).anyMatch(TesterAdvice::readsBars);
        if (jvm) {
            answer.getChildren().add(copied("-Dhttp.nonProxyHosts='" + ProxyEnvironment.nonProxyHostsFor(value) + "'"));
        }
    }

    /** Java and Maven take the list with bars, in a property of their own. */
    private static boolean readsBars(String id) {
        return id.startsWith("java") || id.equals("maven");
    }

    private HBox copied(String text) {
        TextField field = new TextField(text);
        field.setEditable(false);
        field.getStyleClass().add("mono");
        field.setAccessibleText(Messages.text("tester.instead"));
        HBox.setHgrow(field, Priority.ALWAYS);
        Button button = new Button(Messages.text("environment.copy"));
        button.getStyleClass().add("small");
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(e -> copy.accept(text));
        HBox row = new HBox(field, button);
        row.getStyleClass().add("tester-row");
        return row;
    }

    private static String titles(List<NoProxyClient> clients) {
        return clients.stream().map(client -> client.card().title()).collect(Collectors.joining(", "));
    }
}
