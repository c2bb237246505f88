package dev.hopscope.ui.detail;

import dev.hopscope.exchange.Direction;

/** The response as received and as returned, and its body. Any thread; keeps no state. */
final class ResponseSection implements DetailSection {
    @Override
    public String id() {
        return "response";
    }

    @Override
    public SectionView open(Context context) {
        return new MessageView(Direction.RESPONSE, context);
    }
}
