package dev.hopscope.ui.detail;

import dev.hopscope.exchange.Exchange;
import dev.hopscope.exchange.FailedHandshake;
import dev.hopscope.exchange.HttpExchange;
import dev.hopscope.exchange.RequestHead;
import dev.hopscope.exchange.Source;
import dev.hopscope.exchange.TunnelExchange;
import dev.hopscope.ui.body.Clips;
import dev.hopscope.ui.kit.Figures;
import dev.hopscope.ui.kit.Glyph;
import dev.hopscope.ui.kit.Messages;
import dev.hopscope.ui.kit.Tips;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Which exchange: method, status, number, time and URL; on two lines, or on one where it is wide. FX thread. */
public final class DetailHeader extends VBox {
    /** Width, in widths of the body text, above which all stands on one line. */
    private static final double WIDE_AT = 53;

    private static final List<String> TINTS = List.of("s1", "s2", "s3", "s4", "s5");

    private final Label method = new Label();
    private final Label badge = new Label();
    private final Label number = new Label();
    private final Label time = new Label();
    private final Label scheme = new Label();
    private final Label address = new Label();
    private final Button copy = new Button("", new Glyph("bi-clipboard"));
    private final MenuButton compare = new MenuButton("", new Glyph("bi-layout-split"));
    private final Button expand = new Button("", new Glyph("bi-arrows-angle-expand"));
    private final MenuItem original = new MenuItem(Messages.text("menu.compareOriginal"));
    private final Region space = new Region();
    private final HBox first = new HBox();
    private final HBox second = new HBox();
    private final HBox url = new HBox(scheme, address);
    private String urlText = "";
    private @Nullable Boolean wide;
    private boolean oneLine;

    public DetailHeader() {
        getStyleClass().add("detail-header");
        getChildren().addAll(first, second);
        method.getStyleClass().addAll("mono", "method");
        badge.getStyleClass().add("status-badge");
        number.getStyleClass().addAll("mono", "secondary", "meta");
        time.getStyleClass().addAll("mono", "tertiary", "meta");
        scheme.getStyleClass().addAll("mono", "tertiary", "url");
        address.getStyleClass().addAll("mono", "url");
        address.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        address.setMinWidth(0);
        List.of(method, badge, number, time, scheme).forEach(label -> label.setMinWidth(USE_PREF_SIZE));
        first.getStyleClass().add("line");
        second.getStyleClass().add("line");
        url.getStyleClass().add("line-tight");
        url.setMinWidth(0);
        copy.getStyleClass().addAll("quiet", "icon-only", "small");
        copy.setMinWidth(USE_PREF_SIZE);
        Tips.name(copy, Messages.text("detail.copyUrl"));
        copy.setOnAction(e -> Clips.put(urlText));
        compare.getStyleClass().addAll("quiet", "icon-only", "small");
        compare.setMinWidth(USE_PREF_SIZE);
        compare.setId("detail-compare");
        Tips.name(compare, Messages.text("detail.compare"));
        shown(compare, false);
        expand.getStyleClass().addAll("quiet", "icon-only", "small");
        expand.setMinWidth(USE_PREF_SIZE);
        expand.setVisible(false);
        expand.setManaged(false);
        Tips.name(expand, Messages.text("detail.focus"));
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox.setHgrow(url, Priority.SOMETIMES);
        widthProperty().subscribe(w -> arrange());
    }

    /** What the button for more room does; null takes the button away. */
    void setOnExpand(@Nullable Runnable action) {
        expand.setVisible(action != null);
        expand.setManaged(action != null);
        expand.setOnAction(e -> {
            if (action != null) {
                action.run();
            }
        });
    }

    /** Whether all stands on one line, however narrow it is. */
    void setOneLine(boolean on) {
        oneLine = on;
        arrange();
    }

    /** What comparing with another exchange does. */
    void setOnCompare(Runnable withPrevious, Runnable withOriginal) {
        MenuItem previous = new MenuItem(Messages.text("menu.comparePrevious"));
        previous.setOnAction(e -> withPrevious.run());
        original.setOnAction(e -> withOriginal.run());
        compare.getItems().setAll(previous, original);
    }

    private static void shown(Node node, boolean on) {
        node.setVisible(on);
        node.setManaged(on);
    }

    void show(Exchange exchange) {
        shown(compare, exchange instanceof HttpExchange && !compare.getItems().isEmpty());
        original.setVisible(exchange instanceof HttpExchange x && x.source() instanceof Source.Replayed);
        Badge state = Badge.of(exchange);
        badge.setText(state.text());
        badge.getStyleClass().removeAll(TINTS);
        badge.getStyleClass().add(state.style());
        number.setText(exchange.id().toString());
        Instant started = exchange.started();
        long micros = ChronoUnit.MICROS.between(Instant.EPOCH, started);
        time.setText(Figures.clockMillis(micros, ZoneId.systemDefault()));
        Tips.on(time, Figures.dateClockMillis(micros, ZoneId.systemDefault()));
        switch (exchange) {
            case HttpExchange x -> {
                RequestHead request = x.heads().requestReceived();
                showMethod(request == null ? "" : request.method());
                showUrl(x.origin() == null ? "" : x.origin().scheme() + "://", address(x, request));
            }
            case TunnelExchange x -> {
                showMethod("CONNECT");
                showUrl("", x.target().toString());
            }
            case FailedHandshake x -> {
                showMethod("CONNECT");
                showUrl("", x.target().toString());
            }
        }
    }

    private void showMethod(String name) {
        method.setText(name);
        method.setVisible(!name.isEmpty());
        method.setManaged(!name.isEmpty());
        method.getStyleClass().removeAll("safe", "write", "delete", "other");
        method.getStyleClass()
                .add(
                        switch (name.toUpperCase(Locale.ROOT)) {
                            case "GET", "HEAD" -> "safe";
                            case "POST", "PUT", "PATCH" -> "write";
                            case "DELETE" -> "delete";
                            default -> "other";
                        });
    }

    private void showUrl(String start, String rest) {
        urlText = start + rest;
        scheme.setText(start);
        address.setText(rest);
        Tips.on(address, urlText);
        copy.setDisable(urlText.isEmpty());
    }

    /** Authority and path, whichever form the target had (RFC 9112 §3.2). */
    private static String address(HttpExchange x, @Nullable RequestHead request) {
        String authority = x.origin() == null ? "" : x.origin().authority();
        String target = request == null ? "" : request.target();
        int scheme = target.indexOf("://");
        if (scheme >= 0) {
            int path = target.indexOf('/', scheme + 3);
            target = path < 0 ? "" : target.substring(path);
        }
        return authority + target;
    }

    private void arrange() {
        boolean now = oneLine || getWidth() >= WIDE_AT * method.getFont().getSize();
        if (getWidth() <= 0 || (wide != null && wide == now)) {
            return;
        }
        wide = now;
        first.getChildren().clear();
        second.getChildren().clear();
        if (now) {
            first.getChildren().addAll(method, badge, url, copy, space, number, time, compare, expand);
        } else {
            first.getChildren().addAll(method, badge, number, time, space, compare, expand);
            second.getChildren().addAll(url, copy);
        }
        second.setManaged(!now);
        second.setVisible(!now);
    }
}
