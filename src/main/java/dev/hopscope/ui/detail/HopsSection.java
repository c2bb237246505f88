package dev.hopscope.ui.detail;

/** The way of the exchange, and what changed on each leg and why. Any thread; keeps no state. */
final class HopsSection implements DetailSection {
    @Override
    public String id() {
        return "hops";
    }

    @Override
    public SectionView open(Context context) {
        return new HopsView();
    }
}
