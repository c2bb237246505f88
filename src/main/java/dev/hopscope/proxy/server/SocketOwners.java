package dev.hopscope.proxy.server;

import dev.hopscope.exchange.ClientProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Which program of this machine holds a TCP socket, by {@code /proc} (Linux); elsewhere never known. Any thread but an event loop: it reads many small files.
 * Sees other users' sockets only as far as the system lets it.
 */
final class SocketOwners {
    /** The two ends of a connection on this machine. */
    record Ports(int local, int remote) {}

    private static final Path PROC = Path.of("/proc");
    private static final List<Path> TABLES = List.of(PROC.resolve("net/tcp"), PROC.resolve("net/tcp6"));
    private static final String LISTENING = "0A";
    private static final int LOCAL = 1;
    private static final int REMOTE = 2;
    private static final int STATE = 3;
    private static final int INODE = 9;
    private static final int RECENT = 16;

    /** Programs that held a socket asked for lately: the likeliest to hold the next. */
    private static final Deque<Path> LIKELY = new ArrayDeque<>();

    private SocketOwners() {}

    /** Who listens on this port, null where that is not known. */
    static @Nullable ClientProcess listenerOn(int port) {
        Map<String, Ports> inodes = new HashMap<>();
        eachSocket((ports, columns) -> {
            if (columns[STATE].equals(LISTENING) && ports.local() == port) {
                inodes.put(link(columns[INODE]), ports);
            }
        });
        return owners(inodes).values().stream().findFirst().orElse(null);
    }

    /** Who holds the sockets with these ends, as far as that is known. */
    static Map<Ports, ClientProcess> holdersOf(Set<Ports> wanted) {
        Map<String, Ports> inodes = new HashMap<>();
        eachSocket((ports, columns) -> {
            if (wanted.contains(ports) && !columns[INODE].equals("0")) {
                inodes.put(link(columns[INODE]), ports);
            }
        });
        return owners(inodes);
    }

    private static void eachSocket(BiConsumer<Ports, String[]> take) {
        for (Path table : TABLES) {
            try (var lines = Files.lines(table)) {
                lines.skip(1)
                        .map(line -> line.strip().split("\\s+"))
                        .filter(columns -> columns.length > INODE)
                        .forEach(columns -> {
                            take.accept(new Ports(port(columns[LOCAL]), port(columns[REMOTE])), columns);
                        });
            } catch (IOException | UncheckedIOException e) {
                continue; // no such table on this system: then nothing is known from it
            }
        }
    }

    private static int port(String address) {
        return Integer.parseInt(address.substring(address.lastIndexOf(':') + 1), 16);
    }

    private static String link(String inode) {
        return "socket:[" + inode + "]";
    }

    private static synchronized Map<Ports, ClientProcess> owners(Map<String, Ports> links) {
        Map<Ports, ClientProcess> found = new HashMap<>();
        Map<String, Ports> left = new HashMap<>(links);
        for (Path process : List.copyOf(LIKELY)) {
            search(process, left, found);
        }
        if (!left.isEmpty()) {
            try (DirectoryStream<Path> processes = Files.newDirectoryStream(PROC, "[0-9]*")) {
                for (Path process : newestFirst(processes)) {
                    search(process, left, found);
                    if (left.isEmpty()) {
                        break;
                    }
                }
            } catch (IOException | DirectoryIteratorException e) {
                return found; // not Linux: the rest is not known
            }
        }
        return found;
    }

    /** The shorter a program's life, the more urgent the question. */
    private static List<Path> newestFirst(DirectoryStream<Path> processes) {
        List<Path> all = new ArrayList<>();
        processes.forEach(all::add);
        all.sort(Comparator.comparingLong(SocketOwners::id).reversed());
        return all;
    }

    private static long id(Path process) {
        return Long.parseLong(process.getFileName().toString());
    }

    private static void search(Path process, Map<String, Ports> left, Map<Ports, ClientProcess> found) {
        if (left.isEmpty()) {
            return;
        }
        try (DirectoryStream<Path> handles = Files.newDirectoryStream(process.resolve("fd"))) {
            ClientProcess name = null;
            for (Path handle : handles) {
                Ports ports = left.remove(target(handle));
                if (ports != null) {
                    name = name == null ? named(process) : name;
                    found.put(ports, name);
                    LIKELY.remove(process);
                    LIKELY.addFirst(process);
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            LIKELY.remove(process); // another user's process, or one that just ended: it is not to be looked into
        }
        while (LIKELY.size() > RECENT) {
            LIKELY.removeLast();
        }
    }

    /** Where a handle leads; empty where it was closed meanwhile. */
    private static String target(Path handle) throws IOException {
        try {
            return Files.readSymbolicLink(handle).toString();
        } catch (NoSuchFileException closed) {
            return "";
        }
    }

    private static ClientProcess named(Path process) throws IOException {
        String name = Files.readString(process.resolve("comm")).strip();
        return new ClientProcess(name, id(process));
    }
}
