package dev.hopscope.ui.copyas;

import dev.hopscope.interchange.code.CodeTarget;
import dev.hopscope.interchange.code.CodeTargets;
import dev.hopscope.ui.kit.Memory;

/** For which program was copied last, and whether secrets are masked; remembered from one run to the next. FX thread. */
public final class CopyAsChoice {
    private final Memory memory;

    public CopyAsChoice(Memory memory) {
        this.memory = memory;
    }

    /** The first of all until another was used. */
    public CodeTarget last() {
        String id = memory.get("copyas.target");
        return id == null ? CodeTargets.ALL.getFirst() : CodeTargets.byId(id).orElse(CodeTargets.ALL.getFirst());
    }

    public void used(CodeTarget target) {
        memory.put("copyas.target", target.card().id());
    }

    public boolean masks() {
        return "on".equals(memory.get("copyas.mask"));
    }

    public void setMasks(boolean on) {
        memory.put("copyas.mask", on ? "on" : "off");
    }
}
