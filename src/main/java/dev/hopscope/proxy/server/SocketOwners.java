package dev.hopscope.proxy.server;

import dev.hopscope.exchange.ClientProcess;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Which program of this machine holds a TCP socket, by {@code /proc} (Linux); elsewhere never known. Any thread but an event loop: it reads many small files.
 * Sees other users' sockets only as far as the system lets it.
 */
final class SocketOwners {
    private static final Path PROC = Path.of("/proc");
    private static final List<Path> TABLES = List.of(PROC.resolve("net/tcp"), PROC.resolve("net/tcp6"));
    private static final String LISTENING = "0A";
    private static final int LOCAL = 1;
    private static final int REMOTE = 2;
    private static final int STATE = 3;
    private static final int INODE = 9;

    private SocketOwners() {}

    /** Who listens on this port, null where that is not known. */
    static @Nullable ClientProcess listenerOn(int port) {
        String inode = inode(columns -> columns[STATE].equals(LISTENING) && port(columns[LOCAL]) == port);
        return inode == null ? null : owner(inode);
    }

    /** Who holds the socket with these two ports on this machine, null where that is not known. */
    static @Nullable ClientProcess holderOf(int localPort, int remotePort) {
        String inode = inode(columns -> port(columns[LOCAL]) == localPort && port(columns[REMOTE]) == remotePort);
        return inode == null ? null : owner(inode);
    }

    private static int port(String address) {
        return Integer.parseInt(address.substring(address.lastIndexOf(':') + 1), 16);
    }

    private static @Nullable String inode(Predicate<String[]> wanted) {
        for (Path table : TABLES) {
            try (var lines = Files.lines(table)) {
                var found = lines.skip(1)
                        .map(line -> line.strip().split("\\s+"))
                        .filter(columns -> columns.length > INODE && wanted.test(columns) && !columns[INODE].equals("0"))
                        .findFirst();
                if (found.isPresent()) {
                    return found.get()[INODE];
                }
            } catch (IOException | java.io.UncheckedIOException e) {
                continue; // no such table on this system: then nothing is known from it
            }
        }
        return null;
    }

    private static @Nullable ClientProcess owner(String inode) {
        String link = "socket:[" + inode + "]";
        try (DirectoryStream<Path> processes = Files.newDirectoryStream(PROC, "[0-9]*")) {
            for (Path process : processes) {
                if (holds(process, link)) {
                    String name = Files.readString(process.resolve("comm")).strip();
                    return new ClientProcess(name, Long.parseLong(process.getFileName().toString()));
                }
            }
        } catch (IOException | java.nio.file.DirectoryIteratorException e) {
            return null; // not Linux, or the process is gone: not known
        }
        return null;
    }

    private static boolean holds(Path process, String link) {
        try (DirectoryStream<Path> handles = Files.newDirectoryStream(process.resolve("fd"))) {
            for (Path handle : handles) {
                if (Files.readSymbolicLink(handle).toString().equals(link)) {
                    return true;
                }
            }
        } catch (IOException | java.nio.file.DirectoryIteratorException e) {
            return false; // another user's process, or one that just ended: it is not to be looked into
        }
        return false;
    }
}
