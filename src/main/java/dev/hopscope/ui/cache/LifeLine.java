package dev.hopscope.ui.cache;

import dev.hopscope.ui.kit.Figures;
import dev.hopscope.ui.kit.Messages;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/**
 * The life of a copy as a drawing: for each kind of cache how long it is fresh, how long it may be used stale, and where now is. FX thread. Its accessible text says
 * the same; judges nothing.
 */
final class LifeLine extends Region {
    private static final double LANE = 26;
    private static final double BAR = 16;
    private static final double TITLE = 112;
    private static final double FOOT = 34;

    private final CacheVerdict verdict;
    private final double seconds;
    private final List<Label> titles = new ArrayList<>();
    private final List<Region> fresh = new ArrayList<>();
    private final List<Region> stale = new ArrayList<>();
    private final List<Label> marks = new ArrayList<>();
    private final List<Double> places = new ArrayList<>();
    private final Region nowLine = part("now");
    private final Label nowText = new Label();

    LifeLine(CacheVerdict verdict) {
        this.verdict = verdict;
        long end = verdict.lanes().stream()
                .mapToLong(CacheVerdict.Lane::usable)
                .max()
                .orElse(0);
        long now = Math.max(0, Duration.between(verdict.born(), verdict.now()).toSeconds());
        boolean beyond = now > 1.3 * end;
        seconds = Math.max(1, beyond ? 1.25 * end : Math.max(1.08 * end, 1.08 * now));
        getStyleClass().add("life-line");
        mark(0, Messages.text("cache.life.stored"));
        for (CacheVerdict.Lane lane : verdict.lanes()) {
            Label title = new Label(lane.title());
            title.getStyleClass().add("strong");
            titles.add(title);
            fresh.add(part("fresh"));
            stale.add(part("stale"));
            mark(lane.fresh(), Messages.text("cache.life.fresh"));
            if (lane.usable() > lane.fresh()) {
                mark(lane.usable(), Messages.text("cache.life.usable"));
            }
        }
        nowText.getStyleClass().add("now-text");
        nowText.setText(Messages.text(beyond ? "cache.life.beyond" : "cache.life.now", CacheVerdict.span(now)));
        getChildren().addAll(titles);
        getChildren().addAll(stale);
        getChildren().addAll(fresh);
        getChildren().addAll(marks);
        getChildren().addAll(nowLine, nowText);
        setMinHeight(USE_PREF_SIZE);
        setAccessibleText(words(now));
    }

    private String words(long now) {
        StringBuilder words = new StringBuilder(Messages.text("cache.life.now", CacheVerdict.span(now)));
        for (CacheVerdict.Lane lane : verdict.lanes()) {
            words.append(Messages.text(
                    "cache.life.words",
                    lane.title(),
                    CacheVerdict.span(lane.fresh()),
                    CacheVerdict.span(lane.usable())));
        }
        return words.toString();
    }

    private static Region part(String style) {
        Region part = new Region();
        part.getStyleClass().add(style);
        return part;
    }

    /** A time below the lanes, once for each place. */
    private void mark(long at, String what) {
        double place = at / seconds;
        if (places.stream().anyMatch(p -> Math.abs(p - place) < 0.001)) {
            return;
        }
        Instant moment = verdict.born().plusSeconds(at);
        String clock = Figures.clock(moment.getEpochSecond() * 1_000_000, ZoneId.systemDefault());
        Label mark = new Label(clock + "\n" + what);
        mark.getStyleClass().addAll("caption", "secondary", "life-mark");
        marks.add(mark);
        places.add(place);
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth() - TITLE;
        double top = 22;
        for (int i = 0; i < titles.size(); i++) {
            CacheVerdict.Lane lane = verdict.lanes().get(i);
            double y = top + i * LANE;
            titles.get(i).resizeRelocate(0, y, TITLE - 8, LANE);
            double until = snapPositionX(width * lane.fresh() / seconds);
            double last = snapPositionX(width * lane.usable() / seconds);
            fresh.get(i).resizeRelocate(TITLE, y + (LANE - BAR) / 2, until, BAR);
            stale.get(i).resizeRelocate(TITLE + until, y + (LANE - BAR) / 2, Math.max(0, last - until), BAR);
        }
        double foot = top + titles.size() * LANE;
        layoutMarks(width, foot);
        double now = Duration.between(verdict.born(), verdict.now()).toSeconds() / seconds;
        double x = TITLE + snapPositionX(width * Math.clamp(now, 0, 1));
        nowLine.resizeRelocate(Math.min(getWidth() - 2, x), top - 4, 2, foot - top + 6);
        double wide = nowText.prefWidth(-1);
        nowText.resizeRelocate(
                Math.clamp(x - wide / 2, 0, Math.max(0, getWidth() - wide)), 0, wide, nowText.prefHeight(-1));
    }

    /** From the left; one that would lie on another is left out, since its bar shows the place. */
    private void layoutMarks(double width, double foot) {
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < marks.size(); i++) {
            order.add(i);
        }
        order.sort((a, b) -> Double.compare(places.get(a), places.get(b)));
        double free = 0;
        for (int i : order) {
            Label mark = marks.get(i);
            double wide = mark.prefWidth(-1);
            double x = Math.clamp(
                    TITLE + width * places.get(i) - (places.get(i) == 0 ? 0 : wide / 2),
                    0,
                    Math.max(0, getWidth() - wide));
            mark.setVisible(x >= free);
            if (mark.isVisible()) {
                mark.resizeRelocate(x, foot + 2, wide, FOOT);
                free = x + wide + 6;
            }
        }
    }

    @Override
    protected double computePrefHeight(double width) {
        return 22 + titles.size() * LANE + FOOT + 4;
    }
}
