package dev.hopscope.trust.qr;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;

/** A text as a QR code (ISO/IEC 18004). Immutable; any thread. Draws nothing itself. */
public final class QrCode {
    /** The light margin a reader needs, in modules. */
    public static final int MARGIN = 4;

    private final ByteMatrix modules;

    private QrCode(ByteMatrix modules) {
        this.modules = modules;
    }

    /** @throws IllegalArgumentException where the text is longer than a code can hold */
    public static QrCode of(String text) {
        try {
            return new QrCode(Encoder.encode(text, ErrorCorrectionLevel.M).getMatrix());
        } catch (WriterException e) {
            throw new IllegalArgumentException("no QR code holds this text: " + e.getMessage(), e);
        }
    }

    /** Modules on a side, the margins included. */
    public int size() {
        return modules.getWidth() + 2 * MARGIN;
    }

    /** Whether a module is dark; the margins are light. */
    public boolean dark(int x, int y) {
        int column = x - MARGIN;
        int row = y - MARGIN;
        return column >= 0
                && row >= 0
                && column < modules.getWidth()
                && row < modules.getHeight()
                && modules.get(column, row) == 1;
    }

    /** The dark modules as the data of an SVG path, a module a unit. */
    public String path() {
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < size(); y++) {
            int x = 0;
            while (x < size()) {
                int end = x;
                while (dark(end, y)) {
                    end++;
                }
                if (end > x) {
                    path.append('M')
                            .append(x)
                            .append(' ')
                            .append(y)
                            .append('h')
                            .append(end - x)
                            .append("v1h")
                            .append(x - end)
                            .append('z');
                }
                x = end + 1;
            }
        }
        return path.toString();
    }
}
