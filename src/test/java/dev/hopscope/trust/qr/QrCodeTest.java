package dev.hopscope.trust.qr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import org.junit.jupiter.api.Test;

class QrCodeTest {
    private static final String URL = "http://192.168.178.123:8888/";

    @Test
    void aReaderFindsTheTextInTheModules() throws Exception {
        QrCode code = QrCode.of(URL);
        int scale = 4;
        int side = code.size() * scale;
        int[] pixels = new int[side * side];
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                pixels[y * side + x] = code.dark(x / scale, y / scale) ? 0 : 0xffffff;
            }
        }
        BinaryBitmap bitmap = new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(side, side, pixels)));
        assertThat(new QRCodeReader().decode(bitmap).getText()).isEqualTo(URL);
    }

    @Test
    void thePathCoversTheDarkModulesAndNoOthers() {
        QrCode code = QrCode.of(URL);
        boolean[][] drawn = new boolean[code.size()][code.size()];
        for (String run : code.path().substring(1).split("z(M|$)", -1)) {
            if (!run.isEmpty()) {
                String[] numbers = run.split("[ h]", -1);
                int x = Integer.parseInt(numbers[0]);
                int y = Integer.parseInt(numbers[1]);
                int length = Integer.parseInt(numbers[2].substring(0, numbers[2].indexOf('v')));
                for (int i = 0; i < length; i++) {
                    drawn[y][x + i] = true;
                }
            }
        }
        for (int y = 0; y < code.size(); y++) {
            for (int x = 0; x < code.size(); x++) {
                assertThat(drawn[y][x]).isEqualTo(code.dark(x, y));
            }
        }
    }

    @Test
    void aTextThatNoCodeHoldsIsRefused() {
        assertThatThrownBy(() -> QrCode.of("x".repeat(4000))).isInstanceOf(IllegalArgumentException.class);
    }
}
