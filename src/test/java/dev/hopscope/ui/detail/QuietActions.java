package dev.hopscope.ui.detail;

import dev.hopscope.exchange.Endpoint;
import dev.hopscope.exchange.ExchangeId;
import java.nio.file.Path;
import java.util.Optional;

/** Does nothing of what the pane asks: for pictures. */
final class QuietActions implements DetailActions {
    @Override
    public void showCaInstructions() {}

    @Override
    public void tunnelHost(Endpoint target) {}

    @Override
    public void focusView(boolean on) {}

    @Override
    public void show(ExchangeId id) {}

    @Override
    public void step(int rows) {}

    @Override
    public void trust(String sha256) {}

    @Override
    public void compareWithPrevious() {}

    @Override
    public void compareWithOriginal() {}

    @Override
    public Optional<Path> chooseFile(String suggestedName) {
        return Optional.empty();
    }
}
