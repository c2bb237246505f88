package dev.hopscope.ui.detail;

/** What happened, in words, and its proof: facts, timing, connections. Any thread; keeps no state. */
final class OverviewSection implements DetailSection {
    @Override
    public String id() {
        return "overview";
    }

    @Override
    public SectionView open(Context context) {
        return new OverviewView(context);
    }
}
