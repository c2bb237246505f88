package dev.hopscope.interchange.code;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** An origin on loopback that keeps every request octet by octet, and answers 200. Closes each connection. */
final class RecordingOrigin implements AutoCloseable {
    /** A request as it came; one char an octet, the transfer coding undone. */
    record Seen(String startLine, List<String> fields, byte[] body) {
        String method() {
            return startLine.substring(0, startLine.indexOf(' '));
        }

        String target() {
            return startLine.substring(startLine.indexOf(' ') + 1, startLine.lastIndexOf(' '));
        }
    }

    private final ServerSocket socket;
    final BlockingQueue<Seen> seen = new LinkedBlockingQueue<>();

    RecordingOrigin() throws IOException {
        socket = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return socket.getLocalPort();
    }

    private void accept() {
        try {
            while (true) {
                Socket client = socket.accept();
                Thread.ofVirtual().start(() -> serve(client));
            }
        } catch (SocketException e) {
            // closed
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private void serve(Socket client) {
        try (client) {
            InputStream in = new BufferedInputStream(client.getInputStream());
            String start = line(in);
            List<String> fields = new ArrayList<>();
            long length = 0;
            boolean chunked = false;
            for (String field = line(in); !field.isEmpty(); field = line(in)) {
                fields.add(field);
                String lower = field.toLowerCase(java.util.Locale.ROOT);
                if (lower.startsWith("content-length:")) {
                    length = Long.parseLong(field.substring(15).strip());
                }
                chunked |= lower.startsWith("transfer-encoding:");
            }
            byte[] body = chunked ? chunks(in) : in.readNBytes((int) length);
            seen.add(new Seen(start, List.copyOf(fields), body));
            client.getOutputStream()
                    .write("HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
                            .getBytes(StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            // a client that went away sent no request
        }
    }

    private static byte[] chunks(InputStream in) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        while (true) {
            int n = Integer.parseInt(line(in).strip(), 16);
            all.write(in.readNBytes(n));
            line(in);
            if (n == 0) {
                return all.toByteArray();
            }
        }
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException();
            }
            line.append((char) c);
        }
        return line.isEmpty() ? "" : line.substring(0, line.length() - 1);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
