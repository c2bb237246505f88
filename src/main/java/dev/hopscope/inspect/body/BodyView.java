package dev.hopscope.inspect.body;

/**
 * One way to show a body. A new view is one file and one line in {@link BodyViews#ALL}. Any thread, without state. Neither method may throw, exceed its caps
 * or touch the network, whatever the bytes are.
 */
public interface BodyView {
    /** A stable name: {@code json}; its title is {@code body.view.json} in the resource bundle. */
    String id();

    /** How well it suits: 0 not at all, 10 as a last resort, 50 by the look of the bytes, 90 by the declared type. */
    int priority(BodySample sample);

    BodyRendering render(BodySample sample);
}
