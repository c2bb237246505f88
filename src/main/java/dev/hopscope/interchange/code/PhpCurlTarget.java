package dev.hopscope.interchange.code;

import dev.hopscope.snippet.quote.PhpQuoting;
import java.util.ArrayList;
import java.util.List;

/** A request for the extension curl of PHP. Pure, any thread. */
final class PhpCurlTarget implements CodeTarget {
    private static final TargetCard CARD =
            TargetCard.of("php-curl", "PHP cURL", TargetGroup.OTHER, "curl", List.of(), CurlOptions.CAN);

    @Override
    public TargetCard card() {
        return CARD;
    }

    @Override
    public Code write(Call call) {
        StringBuilder out = new StringBuilder("<?php\n$curl = curl_init();\ncurl_setopt_array($curl, [\n");
        List<String> headers = new ArrayList<>();
        for (CurlOptions.Option option : CurlOptions.of(call)) {
            String value = option.value() == null ? "" : PhpQuoting.of(option.value());
            switch (option.name()) {
                case "header" -> headers.add("        " + value + ",\n");
                case "url" -> out.append("    CURLOPT_URL => ").append(value).append(",\n");
                case "request-target" ->
                    out.append("    CURLOPT_REQUEST_TARGET => ").append(value).append(",\n");
                case "head" -> out.append("    CURLOPT_NOBODY => true,\n");
                case "request" ->
                    out.append("    CURLOPT_CUSTOMREQUEST => ").append(value).append(",\n");
                case "http1.0" -> out.append("    CURLOPT_HTTP_VERSION => CURL_HTTP_VERSION_1_0,\n");
                case "http1.1" -> out.append("    CURLOPT_HTTP_VERSION => CURL_HTTP_VERSION_1_1,\n");
                case "compressed" -> out.append("    CURLOPT_ENCODING => '',\n");
                default -> throw new IllegalStateException(option.name());
            }
        }
        out.append("    CURLOPT_HTTPHEADER => [\n")
                .append(String.join("", headers))
                .append("    ],\n");
        if (CurlOptions.sendsBody(call)) {
            out.append("    CURLOPT_POSTFIELDS => ")
                    .append(PhpQuoting.of(call.body().latin1()))
                    .append(",\n");
        }
        out.append("    CURLOPT_RETURNTRANSFER => true,\n]);\n$response = curl_exec($curl);\n");
        out.append("if ($response === false) {\n    throw new Exception(curl_error($curl));\n}\n");
        out.append("echo curl_getinfo($curl, CURLINFO_RESPONSE_CODE), \"\\n\", $response, \"\\n\";\n");
        return new Code.Text(out.toString(), List.of());
    }
}
