package dev.hopscope.pages;

import dev.hopscope.exchange.Endpoint;
import dev.hopscope.snippet.machine.MachineAddress;
import dev.hopscope.trust.qr.QrCode;
import java.net.SocketException;
import java.util.List;
import java.util.ResourceBundle;

/** The start page's own address as codes for a phone's camera, or why no phone reaches it. Any thread; asks the system for its addresses. Loads and runs nothing. */
final class PhoneCodes {
    private final ResourceBundle words;

    PhoneCodes(ResourceBundle words) {
        this.words = words;
    }

    /** One code an address by which other devices reach it; shapes with attributes alone, as the policy of the page allows no style. */
    String markup(String host, String port) {
        List<String> hosts = MachineAddress.reaching(host, addresses());
        if (hosts.isEmpty()) {
            String key = MachineAddress.isLoopback(host) ? "start.phone.loopback" : "start.phone.none";
            return "<p>" + Html.escape(words.getString(key).replace("{address}", host)) + "</p>\n";
        }
        StringBuilder html = new StringBuilder("<p>" + Html.escape(words.getString("start.phone.how")) + "</p>\n");
        html.append("<div class=\"codes\">\n");
        hosts.forEach(one -> html.append(figure("http://" + new Endpoint(one, Integer.parseInt(port)) + "/")));
        return html.append("</div>\n").toString();
    }

    private static List<MachineAddress> addresses() {
        try {
            return MachineAddress.all();
        } catch (SocketException e) {
            return List.of(); // the system names no networks: the page says that there is no address
        }
    }

    private static String figure(String url) {
        QrCode code = QrCode.of(url);
        String side = String.valueOf(code.size());
        return """
            <figure><svg viewBox="0 0 %1$s %1$s" shape-rendering="crispEdges" role="img" aria-label="%2$s">\
            <path fill="#fff" d="M0 0h%1$sv%1$sH0z"/><path fill="#000" d="%3$s"/></svg>\
            <figcaption class="mono">%2$s</figcaption></figure>
            """.formatted(side, Html.escape(url), code.path());
    }
}
