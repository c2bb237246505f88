package dev.hopscope.ui.cache;

import dev.hopscope.ui.kit.Figures;
import dev.hopscope.ui.kit.Messages;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;

/**
 * The life of a copy as a drawing: for each kind of cache how long it is fresh, how long it may be used stale, and where now is. FX thread. Its accessible text says
 * the same; judges nothing.
 */
final class LifeLine extends Region {
    private static final double LANE = 26;
    private static final double BAR = 16;
    private static final double TITLE = 112;
    private static final double FOOT_LINE = 17;
    private static final PseudoClass NARROW = PseudoClass.getPseudoClass("narrow");

    private final CacheVerdict verdict;
    private final double seconds;
    private final List<Label> titles = new ArrayList<>();
    private final List<Label> fresh = new ArrayList<>();
    private final List<Label> stale = new ArrayList<>();
    private final List<Label> failing = new ArrayList<>();
    private final boolean dated;
    private final List<Label> marks = new ArrayList<>();
    private final List<Double> places = new ArrayList<>();
    private final Region nowLine = part("now");
    private final Label nowText = new Label();

    LifeLine(CacheVerdict verdict) {
        this.verdict = verdict;
        long end = verdict.lanes().stream()
                .mapToLong(CacheVerdict.Lane::onError)
                .max()
                .orElse(0);
        long now = Math.max(0, Duration.between(verdict.born(), verdict.now()).toSeconds());
        boolean beyond = now > 1.3 * end;
        seconds = Math.max(1, beyond ? 1.25 * end : Math.max(1.08 * end, 1.08 * now));
        getStyleClass().add("life-line");
        dated = !day(0).equals(day(end)) || !day(0).equals(day(now));
        mark(0, Messages.text("cache.life.stored"));
        for (CacheVerdict.Lane lane : verdict.lanes()) {
            Label title = new Label(lane.title());
            title.getStyleClass().add("strong");
            titles.add(title);
            fresh.add(bar("fresh"));
            stale.add(bar("stale"));
            failing.add(bar("failing"));
            mark(lane.fresh(), Messages.text("cache.life.fresh"));
            if (lane.usable() > lane.fresh()) {
                mark(lane.usable(), Messages.text("cache.life.usable"));
            }
            if (lane.onError() > lane.usable()) {
                mark(lane.onError(), Messages.text("cache.life.onError"));
            }
        }
        nowText.getStyleClass().add("now-text");
        nowText.setText(Messages.text(
                beyond ? "cache.life.beyond" : "cache.life.now", moment(now, " "), CacheVerdict.span(now)));
        getChildren().addAll(titles);
        getChildren().addAll(failing);
        getChildren().addAll(stale);
        getChildren().addAll(fresh);
        getChildren().addAll(marks);
        getChildren().addAll(nowLine, nowText);
        setMinHeight(USE_PREF_SIZE);
        setAccessibleText(words(now));
    }

    private String words(long now) {
        StringBuilder words = new StringBuilder(nowText.getText());
        for (CacheVerdict.Lane lane : verdict.lanes()) {
            words.append(Messages.text(
                    "cache.life.words",
                    lane.title(),
                    CacheVerdict.span(lane.fresh()),
                    CacheVerdict.span(lane.usable()),
                    CacheVerdict.span(lane.onError())));
        }
        return words.toString();
    }

    private static Region part(String style) {
        Region part = new Region();
        part.getStyleClass().add(style);
        return part;
    }

    private static Label bar(String style) {
        Label bar = new Label(Messages.text("cache.life.bar." + style));
        bar.getStyleClass().addAll("bar", style);
        bar.setMinWidth(0);
        return bar;
    }

    private LocalDate day(long at) {
        return LocalDate.ofInstant(verdict.born().plusSeconds(at), ZoneId.systemDefault());
    }

    /** The time of day, with its date where the drawing spans more than a day of the calendar. */
    private String moment(long at, String between) {
        Instant moment = verdict.born().plusSeconds(at);
        String clock = Figures.clock(moment.getEpochSecond() * 1_000_000, ZoneId.systemDefault());
        return dated ? day(at) + between + clock : clock;
    }

    /** A time below the lanes, once for each place. */
    private void mark(long at, String what) {
        double place = at / seconds;
        if (places.stream().anyMatch(p -> Math.abs(p - place) < 0.001)) {
            return;
        }
        Label mark = new Label(moment(at, "\n") + "\n" + what);
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
            double end = snapPositionX(width * lane.onError() / seconds);
            layoutBar(fresh.get(i), 0, until, y);
            layoutBar(stale.get(i), until, last, y);
            layoutBar(failing.get(i), last, end, y);
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

    /** Its words stand in it where there is room. */
    private static void layoutBar(Label bar, double from, double to, double y) {
        bar.setVisible(to > from);
        bar.pseudoClassStateChanged(NARROW, to - from < wordsWidth(bar));
        bar.resizeRelocate(TITLE + from, y + (LANE - BAR) / 2, Math.max(0, to - from), BAR);
    }

    private static double wordsWidth(Label bar) {
        Text words = new Text(bar.getText());
        words.setFont(bar.getFont());
        return words.getLayoutBounds().getWidth() + bar.getFont().getSize();
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
                mark.resizeRelocate(x, foot + 2, wide, foot());
                free = x + wide + 6;
            }
        }
    }

    /** Below the lanes: the date where there is one, the time, what it is. */
    private double foot() {
        return FOOT_LINE * (dated ? 3 : 2);
    }

    @Override
    protected double computePrefHeight(double width) {
        return 22 + titles.size() * LANE + foot() + 4;
    }
}
