package dev.hopscope.interchange.paste;

import java.util.List;

/** All formats, in the order they are asked: the first that claims a text reads it; any thread. A format is one file and one line here. */
final class PasteFormats {
    static final List<PasteFormat> ORDERED = List.of(
            new HarFormat(),
            new WebRequestFormat(),
            new CurlCmdFormat(),
            new CurlPowerShellFormat(),
            new CurlBashFormat(),
            new RawFormat(),
            new UrlFormat());

    private PasteFormats() {}
}
