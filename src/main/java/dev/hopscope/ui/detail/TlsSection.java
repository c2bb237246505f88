package dev.hopscope.ui.detail;

/** Both TLS handshakes and the chain of the origin. Any thread; keeps no state. */
final class TlsSection implements DetailSection {
    @Override
    public String id() {
        return "tls";
    }

    @Override
    public SectionView open(Context context) {
        return new TlsView();
    }
}
