package dev.hopscope.ui.detail;

/** What each cache on the way says it did, and the lines that prove it. Any thread; keeps no state. */
final class CacheSection implements DetailSection {
    @Override
    public String id() {
        return "cache";
    }

    @Override
    public SectionView open(Context context) {
        return new CacheView(context);
    }
}
