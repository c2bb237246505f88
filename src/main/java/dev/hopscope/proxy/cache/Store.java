package dev.hopscope.proxy.cache;

import dev.hopscope.caching.Stored;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * The folder of a cache: two files a response, content and head. Files are touched on its own threads only; any thread may ask. Decides nothing about HTTP.
 *
 * <p>A file is written under another name and renamed when it is whole, the content before the head; a head counts only with a content of the length it tells.
 * So an end at any moment leaves whole responses and files that the next start removes.
 */
final class Store implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Store.class.getName());
    private static final String CONTENT = ".content";
    private static final String HEAD = ".head";
    private static final String PART = ".part";
    private static final int READERS = 2;

    private final Path folder;
    private final Index index;
    private final ExecutorService writer = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("cache-writer").factory());
    private final ExecutorService readers = Executors.newFixedThreadPool(
            READERS, Thread.ofPlatform().daemon().name("cache-reader-", 1).factory());
    private final AtomicLong ids = new AtomicLong();
    private final AtomicLong waiting = new AtomicLong();
    private volatile @Nullable FileChannel lock;

    Store(Path folder, long bytes) {
        this.folder = folder;
        this.index = new Index(bytes);
    }

    Index index() {
        return index;
    }

    /** Octets taken to be written and not written yet. */
    AtomicLong waiting() {
        return waiting;
    }

    /** Takes the folder and reads what is in it, on the writer's thread, when {@code after} is done. */
    CompletableFuture<Void> open(CompletableFuture<Void> after) {
        return CompletableFuture.runAsync(
                () -> {
                    try {
                        after.join();
                        makeFolder();
                        take();
                        load();
                    } catch (IOException e) {
                        throw new CompletionException(e);
                    }
                },
                writer);
    }

    /** Readable by the user alone where the file system knows owners: it holds what others may not read. */
    private void makeFolder() throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        if (folder.getParent() != null) {
            Files.createDirectories(folder.getParent());
        }
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createDirectory(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } else {
            Files.createDirectory(folder);
        }
    }

    private void take() throws IOException {
        FileChannel channel =
                FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock got;
        try {
            got = channel.tryLock();
        } catch (OverlappingFileLockException e) {
            got = null;
        }
        if (got == null) {
            channel.close();
            throw new IOException("the cache in " + folder + " is in use by another Hopscope");
        }
        lock = channel;
    }

    private void load() throws IOException {
        record Found(long id, HeadFile head, int octets, long used) {}
        List<Found> found = new ArrayList<>();
        List<Path> rest = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                String name = file.getFileName().toString();
                long id = id(name);
                ids.accumulateAndGet(id, Math::max);
                if (name.endsWith(HEAD) && id > 0) {
                    byte[] octets = Files.readAllBytes(file);
                    HeadFile head = readable(octets);
                    if (head != null && Files.exists(content(id)) && Files.size(content(id)) == head.length()) {
                        found.add(new Found(
                                id,
                                head,
                                octets.length,
                                Files.getLastModifiedTime(file).toMillis()));
                        continue;
                    }
                }
                if (name.endsWith(HEAD) || name.endsWith(CONTENT) || name.endsWith(PART)) {
                    rest.add(file);
                }
            }
        }
        found.sort(Comparator.comparingLong(Found::used));
        for (Found f : found) {
            Entry entry = new Entry(
                    f.id(), f.head().key(), f.head().stored(), f.head().length(), f.octets());
            entry.found(f.head().checksum());
            rest.remove(content(f.id()));
            index.add(entry).forEach(this::delete);
        }
        for (Path file : rest) {
            Files.deleteIfExists(file);
        }
    }

    private static @Nullable HeadFile readable(byte[] octets) {
        try {
            return HeadFile.of(octets);
        } catch (IOException e) {
            return null; // not ours, or damaged: removed with its content
        }
    }

    private static long id(String name) {
        int dot = name.indexOf('.');
        try {
            return dot <= 0 ? 0 : Long.parseLong(name.substring(0, dot), 16);
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    private Path content(long id) {
        return folder.resolve(Long.toHexString(id) + CONTENT);
    }

    private Path head(long id) {
        return folder.resolve(Long.toHexString(id) + HEAD);
    }

    private Path part(long id, String kind) {
        return folder.resolve(Long.toHexString(id) + kind + PART);
    }

    // ---- writing

    /** A file for content that begins to come. */
    Content begin() {
        return new Content(ids.incrementAndGet());
    }

    /** Content on its way to disk. Called on one event loop; works on the writer's thread. */
    final class Content {
        private final long id;
        private final CRC32C crc = new CRC32C();
        private long length;
        private @Nullable FileChannel file;
        private @Nullable IOException failed;

        private Content(long id) {
            this.id = id;
        }

        long length() {
            return length;
        }

        /** @param octets not to be changed afterwards */
        void write(byte[] octets) {
            length += octets.length;
            waiting.addAndGet(octets.length);
            run(writer, () -> append(octets));
        }

        private void append(byte[] octets) {
            waiting.addAndGet(-octets.length);
            if (failed != null) {
                return;
            }
            try {
                FileChannel to = open();
                ByteBuffer left = ByteBuffer.wrap(octets);
                while (left.hasRemaining()) {
                    to.write(left);
                }
                crc.update(octets);
            } catch (IOException e) {
                failed = e;
            }
        }

        private FileChannel open() throws IOException {
            FileChannel known = file;
            if (known == null) {
                known = FileChannel.open(
                        part(id, CONTENT),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.WRITE);
                file = known;
            }
            return known;
        }

        /** The content is whole: the response answers from now on. */
        Entry finish(String key, Stored stored) {
            int octets = new HeadFile(key, stored, length, 0).octets().length;
            Entry entry = new Entry(id, key, stored, length, octets);
            List<Entry> gone = index.add(entry);
            run(writer, () -> settle(entry));
            gone.forEach(this::remove);
            return entry;
        }

        private void remove(Entry gone) {
            delete(gone);
        }

        private void settle(Entry entry) {
            try {
                if (failed != null) {
                    throw failed;
                }
                open().close();
                move(part(id, CONTENT), content(id));
                writeHead(entry, (int) crc.getValue());
                entry.written((int) crc.getValue());
            } catch (IOException e) {
                LOG.log(System.Logger.Level.WARNING, "a response could not be stored in " + folder, e);
                index.remove(entry);
                drop();
            }
        }

        /** The content stays incomplete. */
        void abort() {
            run(writer, this::drop);
        }

        private void drop() {
            try {
                if (file != null) {
                    file.close();
                }
            } catch (IOException e) {
                LOG.log(System.Logger.Level.DEBUG, "an unfinished file of the cache", e);
            }
            deleteFile(part(id, CONTENT));
            deleteFile(content(id));
            deleteFile(head(id));
        }
    }

    private void writeHead(Entry entry, int crc) throws IOException {
        Path part = part(entry.id(), HEAD);
        Files.write(part, new HeadFile(entry.key(), entry.stored(), entry.length(), crc).octets());
        move(part, head(entry.id()));
    }

    private static void move(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Gives an entry a newer head. */
    void update(Entry entry, Stored stored) {
        int octets = new HeadFile(entry.key(), stored, entry.length(), 0).octets().length;
        if (!index.update(entry, stored, octets)) {
            return;
        }
        run(writer, () -> {
            if (!Files.exists(head(entry.id()))) {
                return; // removed meanwhile
            }
            try {
                writeHead(entry, entry.checksum());
            } catch (IOException e) {
                LOG.log(System.Logger.Level.WARNING, "a stored response could not be updated", e);
                remove(entry);
            }
        });
    }

    /** @return whether it was there */
    boolean remove(Entry entry) {
        boolean there = index.remove(entry);
        if (there) {
            delete(entry);
        }
        return there;
    }

    private void delete(Entry entry) {
        run(writer, () -> {
            deleteFile(head(entry.id())); // first, since content without a head counts for nothing
            deleteFile(content(entry.id()));
        });
    }

    private static void deleteFile(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "a file of the cache stays: " + file, e);
        }
    }

    // ---- reading

    /** What takes a piece of content, on the reader's thread; null where it cannot be had. */
    interface Taker<T> {
        void take(@Nullable T what);
    }

    /** Opens the content. Where it cannot be had, the entry is removed. */
    void open(Entry entry, Taker<FileChannel> taker) {
        answer(entry.written() ? readers : writer, () -> taker.take(opened(entry)));
    }

    private @Nullable FileChannel opened(Entry entry) {
        FileChannel file = null;
        try {
            if (!entry.written()) {
                throw new IOException("it was never written");
            }
            file = FileChannel.open(content(entry.id()), StandardOpenOption.READ);
            if (file.size() != entry.length() || !entry.checked() && crc(file) != entry.checksum()) {
                throw new IOException("its content is damaged");
            }
            entry.markChecked();
            return file;
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "a stored response cannot be read", e);
            remove(entry);
            close(file);
            return null;
        }
    }

    private static int crc(FileChannel file) throws IOException {
        CRC32C crc = new CRC32C();
        ByteBuffer piece = ByteBuffer.allocate(64 * 1024);
        for (long at = 0; file.read(piece.clear(), at) > 0; at += piece.limit()) {
            crc.update(piece.flip());
        }
        return (int) crc.getValue();
    }

    /** Reads up to {@code most} octets at a place. */
    void read(FileChannel file, long at, int most, Taker<byte[]> taker) {
        answer(readers, () -> taker.take(piece(file, at, most)));
    }

    private static byte @Nullable [] piece(FileChannel file, long at, int most) {
        ByteBuffer piece = ByteBuffer.allocate(most);
        try {
            while (piece.hasRemaining() && file.read(piece, at + piece.position()) >= 0) {}
        } catch (IOException | IllegalArgumentException e) {
            LOG.log(System.Logger.Level.WARNING, "a stored response cannot be read on", e);
            return null;
        }
        return piece.hasRemaining() ? null : piece.array();
    }

    void done(FileChannel file) {
        answer(readers, () -> close(file));
    }

    private static void close(@Nullable FileChannel file) {
        try {
            if (file != null) {
                file.close();
            }
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "a file of the cache", e);
        }
    }

    private static void run(ExecutorService on, Runnable task) {
        try {
            on.execute(task);
        } catch (RejectedExecutionException e) {
            LOG.log(System.Logger.Level.DEBUG, "the cache is closed", e);
        }
    }

    /** Somebody waits for this: where the cache was closed meanwhile it is done here and now. */
    private static void answer(ExecutorService on, Runnable task) {
        try {
            on.execute(task);
        } catch (RejectedExecutionException e) {
            task.run();
        }
    }

    /** Runs this when all that was asked before is written. */
    void whenWritten(Runnable then) {
        run(writer, then);
    }

    /** Waits for what is being written. */
    @Override
    public void close() {
        run(writer, () -> close(lock));
        writer.close();
        readers.close();
    }
}
