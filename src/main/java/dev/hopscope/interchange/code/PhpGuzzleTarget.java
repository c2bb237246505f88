package dev.hopscope.interchange.code;

import static dev.hopscope.interchange.code.Trait.ANY_PERCENT;
import static dev.hopscope.interchange.code.Trait.CASE;
import static dev.hopscope.interchange.code.Trait.DUPLICATES;
import static dev.hopscope.interchange.code.Trait.EMPTY_VALUE;
import static dev.hopscope.interchange.code.Trait.GET_BODY;
import static dev.hopscope.interchange.code.Trait.OCTETS;
import static dev.hopscope.interchange.code.Trait.OWN_HOST;
import static dev.hopscope.interchange.code.Trait.UNTYPED_BODY;
import static dev.hopscope.interchange.code.Trait.UPPER_METHOD;

import dev.hopscope.snippet.quote.PhpQuoting;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A request for Guzzle 7 in PHP. Pure, any thread. */
final class PhpGuzzleTarget implements CodeTarget {
    private static final TargetCard CARD = TargetCard.of(
            "php-guzzle",
            "PHP Guzzle",
            TargetGroup.OTHER,
            "Guzzle",
            List.of("User-Agent"),
            CASE,
            DUPLICATES,
            OCTETS,
            EMPTY_VALUE,
            ANY_PERCENT,
            UPPER_METHOD,
            GET_BODY,
            UNTYPED_BODY,
            OWN_HOST);

    @Override
    public TargetCard card() {
        return CARD;
    }

    @Override
    public Code write(Call call) {
        StringBuilder out = new StringBuilder("<?php\nrequire_once 'vendor/autoload.php';\n\n");
        out.append("$request = new GuzzleHttp\\Psr7\\Request(")
                .append(PhpQuoting.of(call.method()))
                .append(", ");
        out.append(PhpQuoting.of(call.url())).append(", [\n");
        for (Map.Entry<String, List<String>> field : call.grouped().entrySet()) {
            String values = field.getValue().stream().map(PhpQuoting::of).collect(Collectors.joining(", "));
            out.append("    ")
                    .append(PhpQuoting.of(field.getKey()))
                    .append(" => [")
                    .append(values)
                    .append("],\n");
        }
        out.append("]")
                .append(call.hasBody() ? ", " + PhpQuoting.of(call.body().latin1()) : "")
                .append(");\n");
        out.append("$client = new GuzzleHttp\\Client(['allow_redirects' => false, 'http_errors' => false");
        out.append("]);\n$response = $client->send($request);\n");
        out.append("echo $response->getStatusCode(), \"\\n\", $response->getBody(), \"\\n\";\n");
        return new Code.Text(out.toString(), List.of());
    }
}
