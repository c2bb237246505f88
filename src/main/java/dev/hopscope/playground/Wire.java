package dev.hopscope.playground;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

/**
 * Writes one response, also one that breaks the rules: what is not said here is not sent. On its connection's thread; blocks. Checks nothing.
 */
final class Wire {
    private final Socket socket;
    private final OutputStream out;
    private final PlayRequest request;
    private boolean open = true;

    Wire(Socket socket, OutputStream out, PlayRequest request) {
        this.socket = socket;
        this.out = out;
        this.request = request;
    }

    /** Whether another request may follow on the connection. */
    boolean open() {
        return open;
    }

    /** A whole response with its length. */
    void send(int status, String type, byte[] body, String... fields) throws IOException {
        head(status, fields);
        line("Content-Type: " + type);
        line("Content-Length: " + body.length);
        line("");
        if (!request.head()) {
            out.write(body);
        }
        out.flush();
    }

    void send(int status, String type, String body, String... fields) throws IOException {
        send(status, type, body.getBytes(StandardCharsets.UTF_8), fields);
    }

    /** A response without a body: 204, 304. */
    void empty(int status, String... fields) throws IOException {
        head(status, fields);
        line("");
        out.flush();
    }

    /** Begins a response in chunks, which follow by {@link #chunk} and end with {@link #end}. */
    void chunked(int status, String type, String... fields) throws IOException {
        head(status, fields);
        line("Content-Type: " + type);
        line("Transfer-Encoding: chunked");
        line("");
        out.flush();
    }

    void chunk(String text) throws IOException {
        byte[] octets = text.getBytes(StandardCharsets.UTF_8);
        if (octets.length > 0 && !request.head()) {
            line(Integer.toHexString(octets.length));
            out.write(octets);
            line("");
            out.flush();
        }
    }

    /** @param trailers whole lines */
    void end(String... trailers) throws IOException {
        if (!request.head()) {
            line("0");
            for (String trailer : trailers) {
                line(trailer);
            }
            line("");
        }
        out.flush();
    }

    /** Status line and fields, without the line that ends them. */
    void head(int status, String... fields) throws IOException {
        line("HTTP/1.1 " + status + " " + reason(status));
        line("Date: " + DateTimeFormatter.RFC_1123_DATE_TIME.format(ZonedDateTime.now(ZoneOffset.UTC)));
        line("Server: hopscope-playground");
        for (String field : fields) {
            line(field);
        }
    }

    void line(String text) throws IOException {
        out.write((text + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
    }

    void raw(byte[] octets) throws IOException {
        out.write(octets);
        out.flush();
    }

    /** Nothing for a while. */
    static void pause(Duration time) throws IOException {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("the playground ends", e);
        }
    }

    /** Ends the connection after this response, in order. */
    void close() {
        open = false;
    }

    /** Breaks the connection off: the other side sees a reset. */
    void reset() throws IOException {
        out.flush();
        open = false;
        socket.setSoLinger(true, 0);
        socket.close();
    }

    private static String reason(int status) {
        return switch (status) {
            case 200 -> "OK";
            case 204 -> "No Content";
            case 301 -> "Moved Permanently";
            case 302 -> "Found";
            case 303 -> "See Other";
            case 304 -> "Not Modified";
            case 307 -> "Temporary Redirect";
            case 308 -> "Permanent Redirect";
            case 400 -> "Bad Request";
            case 401 -> "Unauthorized";
            case 404 -> "Not Found";
            case 405 -> "Method Not Allowed";
            case 413 -> "Content Too Large";
            case 418 -> "I'm a teapot";
            case 421 -> "Misdirected Request";
            case 429 -> "Too Many Requests";
            case 431 -> "Request Header Fields Too Large";
            case 500 -> "Internal Server Error";
            case 503 -> "Service Unavailable";
            default -> "Status " + status;
        };
    }
}
