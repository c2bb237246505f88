package dev.hopscope.app;

import dev.hopscope.pages.CertificateFiles;
import dev.hopscope.proxy.AuthorityChanges;
import dev.hopscope.proxy.tls.AuthorityException;
import dev.hopscope.proxy.tls.CertificateAuthority;
import dev.hopscope.proxy.tls.CertificateAuthority.Replaced;
import dev.hopscope.proxy.tls.MintedLeaves;
import dev.hopscope.proxy.tls.PendingLeaves;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The authority by which TLS is opened and which the pages give out, until another takes its place while the proxy runs. Any thread; a change blocks. */
final class AuthorityInForce implements AuthorityChanges {
    private final Path folder;
    private final PendingLeaves leaves;
    private volatile CompletableFuture<CertificateFiles> files;
    private volatile CompletableFuture<CertificateAuthority> authority;
    private volatile CompletableFuture<MintedLeaves> minted;

    /** @param folder holds the authority's files */
    AuthorityInForce(
            Path folder, CompletableFuture<CertificateAuthority> authority, CompletableFuture<MintedLeaves> leaves) {
        this.folder = folder;
        this.leaves = new PendingLeaves(leaves);
        this.authority = authority;
        this.minted = leaves;
        this.files = authority.thenApply(CertificateFiles::of);
    }

    PendingLeaves leaves() {
        return leaves;
    }

    /** The authority in force; waits for it. */
    CertificateAuthority await() throws IOException {
        return new Task<>(authority).await();
    }

    /** The key that all its leaves have, as a digest; waits for it. */
    String keyDigest() throws IOException {
        return new Task<>(minted).await().keyDigest();
    }

    CompletableFuture<CertificateFiles> files() {
        return files;
    }

    @Override
    public Done regenerate() throws IOException {
        return use(() -> CertificateAuthority.regenerate(folder));
    }

    @Override
    public Done takeOver(Path file, @Nullable Path keyFile, @Nullable String password) throws IOException {
        return use(() -> CertificateAuthority.takeOver(folder, file, keyFile, password));
    }

    private interface Change {
        Replaced run() throws AuthorityException;
    }

    private synchronized Done use(Change change) throws IOException {
        try {
            Replaced replaced = change.run();
            CertificateAuthority made = replaced.authority();
            MintedLeaves fresh = new MintedLeaves(made);
            leaves.use(fresh);
            minted = CompletableFuture.completedFuture(fresh);
            authority = CompletableFuture.completedFuture(made);
            files = CompletableFuture.completedFuture(CertificateFiles.of(made));
            return new Done(made, replaced.former());
        } catch (dev.hopscope.proxy.tls.PasswordNeeded e) {
            throw new PasswordNeeded(String.valueOf(e.getMessage()), e);
        } catch (AuthorityException e) {
            throw new IOException(e.getMessage(), e);
        }
    }
}
