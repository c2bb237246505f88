package dev.hopscope.playground;

import dev.hopscope.proxy.InnerOrigins;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * Takes the connections of one port and answers their requests, one after the other. A virtual thread a connection, a bounded number of them. Answers only under
 * the playground's own name, so that no page of the web reaches it by another.
 */
final class Visitors {
    private static final int MOST = 200;
    private static final int IDLE_MILLIS = 60_000;
    private static final int LINGER_MILLIS = 2_000;
    private static final int MOST_UNREAD = 16 << 20;

    private final Supplier<String> style;
    private final Semaphore room = new Semaphore(MOST);

    Visitors(Supplier<String> style) {
        this.style = style;
    }

    /** Until the port is closed. */
    void welcome(ServerSocket port) {
        while (!port.isClosed()) {
            try {
                room.acquire();
                Socket socket = port.accept();
                Thread.ofVirtual().name("playground-visitor").start(() -> {
                    try {
                        serve(socket);
                    } finally {
                        room.release();
                    }
                });
            } catch (IOException e) {
                room.release();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            socket.setSoTimeout(IDLE_MILLIS);
            socket.setTcpNoDelay(true);
            InputStream in = new BufferedInputStream(socket.getInputStream());
            OutputStream out = new BufferedOutputStream(socket.getOutputStream(), 16 * 1024);
            boolean open = true;
            while (open) {
                int first = in.read();
                if (first < 0) {
                    return;
                }
                if (first < 'A' || first > 'Z') {
                    mirror(first, in, out);
                    return;
                }
                try {
                    open = answer(socket, in, out, first);
                } catch (Refusal refusal) {
                    refuse(refusal, socket, in, out);
                    return;
                }
            }
        } catch (IOException e) {
            // the other side has gone, or what came is no request: the connection ends, as it does everywhere
            return;
        }
    }

    /** What is no HTTP comes back as it is, so that a tunnel has something to carry. */
    private static void mirror(int first, InputStream in, OutputStream out) throws IOException {
        for (int octet = first; octet >= 0; octet = in.read()) {
            out.write(octet);
            if (in.available() == 0) {
                out.flush();
            }
        }
    }

    private boolean answer(Socket socket, InputStream in, OutputStream out, int first) throws IOException {
        PlayRequest request = PlayRequest.read(in, first, () -> goOn(out));
        Wire wire = new Wire(socket, out, request);
        String host = request.field("Host");
        if (host == null || !host.split(":", 2)[0].equalsIgnoreCase(InnerOrigins.PLAYGROUND)) {
            wire.send(421, "text/plain", "This is " + InnerOrigins.PLAYGROUND + ", and answers to no other name.\n");
        } else if (request.path().equals("/")) {
            wire.send(200, "text/html; charset=utf-8", IndexPage.html(style.get()), "Cache-Control: no-cache");
        } else {
            Resources.all()
                    .filter(one -> one.takes().test(request.path()))
                    .findFirst()
                    .map(Resource::answer)
                    .orElse((asked, to) -> to.send(404, "text/plain", "There is nothing here. See /\n"))
                    .to(request, wire);
        }
        out.flush();
        return wire.open() && !"close".equalsIgnoreCase(request.field("Connection"));
    }

    /** Answers, and reads on for a while: a connection closed over unread octets is reset, and the response with it (RFC 9112 §9.6). */
    private static void refuse(Refusal refusal, Socket socket, InputStream in, OutputStream out) throws IOException {
        PlayRequest unread = new PlayRequest("", "", "", List.of(), new byte[0]);
        new Wire(socket, out, unread)
                .send(refusal.status(), "text/plain", refusal.getMessage() + "\n", "Connection: close");
        socket.shutdownOutput();
        socket.setSoTimeout(LINGER_MILLIS);
        byte[] octets = new byte[8192];
        int left = MOST_UNREAD;
        for (int read = in.read(octets); read >= 0 && left > 0; read = in.read(octets)) {
            left -= read;
        }
    }

    private static void goOn(OutputStream out) throws IOException {
        out.write("HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }
}
