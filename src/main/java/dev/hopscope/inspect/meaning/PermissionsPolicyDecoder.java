package dev.hopscope.inspect.meaning;

import java.util.Map;
import java.util.Set;

/** Permissions-Policy, and Feature-Policy by its older form: who may use what. Any thread. */
final class PermissionsPolicyDecoder implements FieldDecoder {
    private static final Map<String, String> FEATURES = Map.ofEntries(
            Map.entry("accelerometer", "the accelerometer"),
            Map.entry("ambient-light-sensor", "the light sensor"),
            Map.entry("attribution-reporting", "measuring of advertisements"),
            Map.entry("autoplay", "starting sound and video by itself"),
            Map.entry("battery", "the state of the battery"),
            Map.entry("bluetooth", "Bluetooth"),
            Map.entry("browsing-topics", "topics of interest for advertising"),
            Map.entry("camera", "the camera"),
            Map.entry("clipboard-read", "reading the clipboard"),
            Map.entry("clipboard-write", "writing the clipboard"),
            Map.entry("cross-origin-isolated", "shared memory and exact clocks"),
            Map.entry("display-capture", "recording the screen"),
            Map.entry("document-domain", "widening its own origin"),
            Map.entry("encrypted-media", "protected media"),
            Map.entry("fullscreen", "full screen"),
            Map.entry("gamepad", "game pads"),
            Map.entry("geolocation", "where the user is"),
            Map.entry("gyroscope", "the gyroscope"),
            Map.entry("hid", "input devices at a low level"),
            Map.entry("identity-credentials-get", "log-in by an identity provider"),
            Map.entry("idle-detection", "whether the user is away"),
            Map.entry("interest-cohort", "an abandoned grouping of users (FLoC)"),
            Map.entry("keyboard-map", "the layout of the keyboard"),
            Map.entry("local-fonts", "the fonts of the machine"),
            Map.entry("magnetometer", "the compass"),
            Map.entry("microphone", "the microphone"),
            Map.entry("midi", "MIDI devices"),
            Map.entry("otp-credentials", "codes that come by text message"),
            Map.entry("payment", "payments"),
            Map.entry("picture-in-picture", "video in a small window"),
            Map.entry("publickey-credentials-create", "making passkeys"),
            Map.entry("publickey-credentials-get", "log-in by passkeys"),
            Map.entry("screen-wake-lock", "keeping the screen on"),
            Map.entry("serial", "serial ports"),
            Map.entry("speaker-selection", "choosing loudspeakers"),
            Map.entry("storage-access", "cookies of a third party"),
            Map.entry("sync-xhr", "requests that stop the page"),
            Map.entry("unload", "work while the page is left"),
            Map.entry("usb", "USB devices"),
            Map.entry("vibrate", "vibration"),
            Map.entry("web-share", "sharing"),
            Map.entry("window-management", "placing windows on screens"),
            Map.entry("xr-spatial-tracking", "virtual reality"));

    @Override
    public Set<String> names() {
        return Set.of("permissions-policy", "feature-policy");
    }

    @Override
    public void decode(String name, String value, Setting setting, Parts out) {
        boolean old = name.equals("feature-policy");
        for (String text : Syntax.split(value, old ? ';' : ',')) {
            int cut = old ? text.indexOf(' ') : text.indexOf('=');
            if (cut < 0) {
                out.fault(
                        text, old ? "Says nothing of who may." : "Not feature=(who): browsers ignore the whole line.");
                continue;
            }
            String feature = text.substring(0, cut).strip();
            String who = text.substring(cut + 1).strip();
            out.add(text, FEATURES.getOrDefault(feature, "a feature Hopscope has no words for") + ": " + who(who));
            if (!old && who.contains("'")) {
                out.fault(text, "Single quotes belong to the older Feature-Policy: browsers ignore the whole line.");
            }
        }
        if (old) {
            out.advice("", "Permissions-Policy takes its place, with another form.");
        }
    }

    private static String who(String who) {
        String inner = who.startsWith("(") && who.endsWith(")") && who.length() > 1
                ? who.substring(1, who.length() - 1).strip()
                : who;
        return switch (inner) {
            case "", "'none'" -> "nobody";
            case "*" -> "this page and all its frames";
            case "self", "'self'" -> "this origin";
            case "src" -> "the frame's own origin";
            default -> inner.replace("self", "this origin").replace("\"", "").replace(" ", ", ");
        };
    }
}
