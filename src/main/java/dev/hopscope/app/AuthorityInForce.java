package dev.hopscope.app;

import dev.hopscope.pages.CertificateFiles;
import dev.hopscope.proxy.Authority;
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

    /** @param folder holds the authority's files */
    AuthorityInForce(
            Path folder, CompletableFuture<? extends Authority> authority, CompletableFuture<MintedLeaves> leaves) {
        this.folder = folder;
        this.leaves = new PendingLeaves(leaves);
        this.files = authority.thenApply(CertificateFiles::of);
    }

    PendingLeaves leaves() {
        return leaves;
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
            CertificateAuthority authority = replaced.authority();
            leaves.use(new MintedLeaves(authority));
            files = CompletableFuture.completedFuture(CertificateFiles.of(authority));
            return new Done(authority, replaced.former());
        } catch (dev.hopscope.proxy.tls.PasswordNeeded e) {
            throw new PasswordNeeded(String.valueOf(e.getMessage()), e);
        } catch (AuthorityException e) {
            throw new IOException(e.getMessage(), e);
        }
    }
}
