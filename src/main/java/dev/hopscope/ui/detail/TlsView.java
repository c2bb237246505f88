package dev.hopscope.ui.detail;

import dev.hopscope.exchange.ConnectionUse;
import dev.hopscope.exchange.Exchange;
import dev.hopscope.exchange.FailedHandshake;
import dev.hopscope.exchange.HttpExchange;
import dev.hopscope.exchange.TlsInfo;
import dev.hopscope.exchange.TunnelExchange;
import dev.hopscope.inspect.CertificateFacts;
import dev.hopscope.ui.body.Clips;
import dev.hopscope.ui.kit.Glyph;
import dev.hopscope.ui.kit.Messages;
import dev.hopscope.ui.kit.Tips;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Both handshakes and the origin's chain, field by field. FX thread; a chain is decoded here, some hundred microseconds. Judges nothing. */
final class TlsView implements SectionView {
    private final VBox content = new VBox();
    private final ScrollPane scroll = new ScrollPane(content);

    TlsView() {
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("section-scroll");
    }

    @Override
    public Node node() {
        return scroll;
    }

    @Override
    public void show(ExchangeReport report) {
        Exchange exchange = report.exchange();
        ConnectionUse origin = switch (exchange) {
            case HttpExchange x -> x.originConnection();
            case TunnelExchange x -> x.originConnection();
            case FailedHandshake x -> null;
        };
        content.getChildren().clear();
        String sni = switch (exchange) {
            case TunnelExchange x -> x.sni();
            case FailedHandshake x -> x.sni();
            case HttpExchange x -> null;
        };
        TlsInfo ours = exchange.client().connection().tls();
        content.getChildren().add(leg("detail.leg.client", ours, sni, "detail.tls.none"));
        TlsInfo theirs = origin == null ? null : origin.connection().tls();
        content.getChildren()
                .add(leg(
                        "detail.leg.origin", theirs, null, origin == null ? "detail.tls.noOrigin" : "detail.tls.none"));
        List<CertificateFacts> chain = theirs == null ? List.of() : CertificateFacts.of(theirs.certificates());
        for (int i = 0; i < chain.size(); i++) {
            content.getChildren().add(certificate(i, chain.get(i)));
        }
    }

    private static Node leg(String title, @Nullable TlsInfo tls, @Nullable String sni, String none) {
        GridPane grid = grid();
        if (tls == null && sni == null) {
            Label label = new Label(Messages.text(none));
            label.getStyleClass().add("tertiary");
            return block(heading(Messages.text(title)), label);
        }
        if (tls != null) {
            row(grid, "detail.tls.version", tls.version());
            row(grid, "detail.tls.cipher", tls.cipherSuite());
            row(grid, "detail.tls.alpn", tls.alpn() == null ? Messages.text("detail.tls.nothing") : tls.alpn());
        }
        String name = tls != null && tls.sni() != null ? tls.sni() : sni;
        row(grid, "detail.tls.sni", name == null ? Messages.text("detail.tls.nothing") : name);
        return block(heading(Messages.text(title)), grid);
    }

    private static Node certificate(int depth, CertificateFacts one) {
        GridPane grid = grid();
        row(grid, "detail.tls.subject", one.subject());
        row(grid, "detail.tls.issuer", one.issuer());
        row(
                grid,
                "detail.tls.valid",
                Messages.text("detail.tls.validity", TroubleBox.day(one.notBefore()), TroubleBox.day(one.notAfter())));
        if (!one.names().isEmpty()) {
            row(grid, "detail.tls.names", String.join("\n", one.names()));
        }
        row(grid, "detail.tls.key", one.key());
        row(grid, "detail.tls.signature", one.signature());
        row(grid, "detail.tls.serial", one.serial());
        row(grid, "detail.tls.fingerprint", one.fingerprint());
        Button copy = new Button("", new Glyph("bi-clipboard"));
        copy.getStyleClass().addAll("quiet", "icon-only", "small");
        Tips.name(copy, Messages.text("detail.tls.copyFingerprint"));
        copy.setOnAction(e -> Clips.put(one.fingerprint()));
        Label heading = heading(Messages.text(depth == 0 ? "detail.tls.chain" : "detail.tls.issuer.number", depth));
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox head = new HBox(heading, space, copy);
        head.getStyleClass().add("line");
        return block(head, grid);
    }

    private static Label heading(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("section-title");
        return label;
    }

    private static VBox block(Node... nodes) {
        VBox block = new VBox(nodes);
        block.getStyleClass().add("block");
        return block;
    }

    private static GridPane grid() {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("leg-table");
        ColumnConstraints names = new ColumnConstraints();
        names.setPercentWidth(24);
        ColumnConstraints values = new ColumnConstraints();
        values.setPercentWidth(76);
        grid.getColumnConstraints().addAll(names, values);
        return grid;
    }

    private static void row(GridPane grid, String key, String text) {
        Label name = new Label(Messages.text(key));
        name.getStyleClass().add("secondary");
        GridPane.setValignment(name, javafx.geometry.VPos.TOP);
        Label value = new Label(text);
        value.getStyleClass().addAll("mono", "wire");
        value.setWrapText(true);
        value.setMinHeight(Region.USE_PREF_SIZE);
        MenuItem copy = new MenuItem(Messages.text("detail.copy"));
        copy.setOnAction(e -> Clips.put(text));
        value.setContextMenu(new ContextMenu(copy));
        int at = grid.getRowCount();
        grid.add(name, 0, at);
        grid.add(value, 1, at);
    }
}
