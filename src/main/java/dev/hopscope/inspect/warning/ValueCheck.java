package dev.hopscope.inspect.warning;

import dev.hopscope.exchange.Direction;
import dev.hopscope.exchange.Header;
import dev.hopscope.exchange.Headers;
import dev.hopscope.inspect.meaning.FieldMeaning;
import dev.hopscope.inspect.meaning.Fields;
import dev.hopscope.inspect.meaning.Level;
import dev.hopscope.inspect.meaning.Meanings;
import dev.hopscope.inspect.meaning.Part;
import dev.hopscope.inspect.meaning.Setting;

/** What the values themselves give away when they are taken apart. Any thread. */
final class ValueCheck implements ExchangeCheck {
    @Override
    public void check(Evidence evidence, Warnings out) {
        check(evidence.setting(Direction.REQUEST), evidence.requestHeaders(), out);
        if (evidence.response() != null) {
            check(evidence.setting(Direction.RESPONSE), evidence.responseHeaders(), out);
        }
    }

    private static void check(Setting setting, Headers headers, Warnings out) {
        for (Header line : headers) {
            FieldMeaning known = Fields.of(line.name());
            for (Part part : Meanings.parts(line, setting)) {
                if (part.level() != Level.PLAIN) {
                    out.add(new Warning(
                            setting.direction(),
                            line.name(),
                            line.value(),
                            part.level(),
                            known == null ? line.name() : known.name(),
                            part.text().isEmpty() ? part.words() : part.text() + ": " + part.words(),
                            known == null || !known.standard() ? "" : known.specification()));
                }
            }
        }
    }
}
