package dev.hopscope.trust;

import static dev.hopscope.trust.TrustRecipe.pem;

import dev.hopscope.trust.TrustRecipe.Format;
import java.util.List;

/** Phones and tablets, where it is done by hand. Any thread. */
final class DeviceRecipes {
    static final List<TrustRecipe> ALL = List.of(
            new TrustRecipe(
                    "android",
                    TrustGroup.DEVICE,
                    Format.DER,
                    List.of("adb push {hopscope-ca-cert.cer} /sdcard/Download/"),
                    List.of("adb shell rm -f /sdcard/Download/hopscope-ca-cert.cer")),
            pem("ios", TrustGroup.DEVICE, List.of(), List.of()));

    private DeviceRecipes() {}
}
