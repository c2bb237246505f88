package dev.hopscope.interchange.code;

import static dev.hopscope.interchange.code.Trait.ANY_METHOD;
import static dev.hopscope.interchange.code.Trait.ANY_PERCENT;
import static dev.hopscope.interchange.code.Trait.DUPLICATES;
import static dev.hopscope.interchange.code.Trait.EMPTY_VALUE;
import static dev.hopscope.interchange.code.Trait.GET_BODY;
import static dev.hopscope.interchange.code.Trait.HEAD_BODY;
import static dev.hopscope.interchange.code.Trait.OCTETS;
import static dev.hopscope.interchange.code.Trait.OWN_HOST;
import static dev.hopscope.interchange.code.Trait.UNTYPED_BODY;

import dev.hopscope.exchange.Header;
import dev.hopscope.snippet.quote.RustQuoting;
import java.util.List;

/** A request for the blocking client of reqwest in Rust. Pure, any thread. */
final class RustReqwestTarget implements CodeTarget {
    private static final TargetCard CARD = TargetCard.of(
            "rust-reqwest",
            "Rust reqwest",
            TargetGroup.OTHER,
            "reqwest",
            List.of("Accept"),
            DUPLICATES,
            OCTETS,
            EMPTY_VALUE,
            ANY_PERCENT,
            ANY_METHOD,
            GET_BODY,
            HEAD_BODY,
            UNTYPED_BODY,
            OWN_HOST);

    @Override
    public TargetCard card() {
        return CARD;
    }

    @Override
    public Code write(Call call) {
        StringBuilder out = new StringBuilder("// reqwest = { version = \"0.12\", features = [\"blocking\"] }\n");
        out.append("use reqwest::header::{HeaderMap, HeaderName, HeaderValue};\nuse reqwest::Method;\n\n");
        out.append("fn main() -> Result<(), Box<dyn std::error::Error>> {\n    let mut headers = HeaderMap::new();\n");
        for (Header field : call.fields()) {
            out.append("    headers.append(HeaderName::from_bytes(b").append(RustQuoting.of(field.name()));
            out.append(")?, HeaderValue::from_bytes(b")
                    .append(RustQuoting.of(field.value()))
                    .append(")?);\n");
        }
        out.append("    let client = reqwest::blocking::Client::builder()\n"
                + "        .redirect(reqwest::redirect::Policy::none())\n");
        out.append("        .http1_only()\n"
                + "        .build()?;\n"
                + "    let response = client\n"
                + "        .request(Method::from_bytes(b");
        out.append(RustQuoting.of(call.method()))
                .append(")?, ")
                .append(RustQuoting.of(call.url()))
                .append(")\n        .headers(headers)\n");
        if (call.hasBody()) {
            out.append("        .body(b")
                    .append(RustQuoting.of(call.body().latin1()))
                    .append(".to_vec())\n");
        }
        out.append("        .send()?;\n"
                + "    println!(\"{}\", response.status());\n"
                + "    println!(\"{}\", response.text()?);\n"
                + "    Ok(())\n"
                + "}\n");
        return new Code.Text(out.toString(), List.of());
    }
}
