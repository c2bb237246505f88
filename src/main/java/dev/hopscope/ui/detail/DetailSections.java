package dev.hopscope.ui.detail;

import java.util.List;

/** The tabs of the pane, in their order. */
public final class DetailSections {
    public static final List<DetailSection> ALL = List.of(
            new OverviewSection(),
            new HopsSection(),
            new RequestSection(),
            new ResponseSection(),
            new CacheSection(),
            new TlsSection());

    private DetailSections() {}
}
