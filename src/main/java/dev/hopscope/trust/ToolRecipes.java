package dev.hopscope.trust;

import static dev.hopscope.trust.TrustRecipe.pem;

import java.util.List;

/** Single tools. Any thread. */
final class ToolRecipes {
    static final List<TrustRecipe> ALL = List.of(
            RuntimeRecipes.withBundle("curl", TrustGroup.TOOL, "CURL_CA_BUNDLE"),
            pem(
                    "git",
                    TrustGroup.TOOL,
                    List.of(
                            RuntimeRecipes.MAKE_BUNDLE,
                            "git config --global --add http.sslCAInfo {abs:hopscope-ca-bundle.pem}"),
                    List.of("git config --global --fixed-value --unset-all http.sslCAInfo"
                            + " {abs:hopscope-ca-bundle.pem}")),
            RuntimeRecipes.withBundle("cargo", TrustGroup.TOOL, "CARGO_HTTP_CAINFO"),
            RuntimeRecipes.withBundle("aws", TrustGroup.TOOL, "AWS_CA_BUNDLE"));

    private ToolRecipes() {}
}
