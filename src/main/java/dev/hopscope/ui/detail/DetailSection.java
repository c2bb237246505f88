package dev.hopscope.ui.detail;

import dev.hopscope.inspect.warning.Warning;
import dev.hopscope.ui.kit.Background;
import java.util.function.Consumer;

/**
 * One tab of the pane. A new one is one file and one line in {@link DetailSections#ALL}. Without state: what it opens has it. Any thread.
 */
public interface DetailSection {
    /** A stable name: {@code overview}; its title is {@code detail.section.overview} in the resource bundle. */
    String id();

    /** Makes the content of the tab; on the FX thread. */
    SectionView open(Context context);

    /** What a section may use. */
    record Context(
            DetailModel model,
            DetailActions actions,
            Background background,
            Consumer<String> opener,
            Consumer<Warning> guide) {
        /** Brings the section of this id to the front. */
        void open(String id) {
            opener.accept(id);
        }

        /** Brings the message to the front that a warning is about, at its line. */
        void open(Warning warning) {
            guide.accept(warning);
        }
    }
}
