package dev.hopscope.ui.detail;

import dev.hopscope.exchange.Direction;

/** The request as received and as forwarded, and its body. Any thread; keeps no state. */
final class RequestSection implements DetailSection {
    @Override
    public String id() {
        return "request";
    }

    @Override
    public SectionView open(Context context) {
        return new MessageView(Direction.REQUEST, context);
    }
}
