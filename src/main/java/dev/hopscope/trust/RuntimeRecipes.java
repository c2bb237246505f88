package dev.hopscope.trust;

import static dev.hopscope.trust.TrustRecipe.pem;

import java.util.List;

/** Runtimes of programming languages. Any thread. */
final class RuntimeRecipes {
    static final String MAKE_BUNDLE = "cat \"$(ls /etc/ssl/certs/ca-certificates.crt /etc/pki/tls/certs/ca-bundle.crt"
            + " /etc/ssl/cert.pem 2>/dev/null | head -n 1)\" {hopscope-ca-cert.pem} > {hopscope-ca-bundle.pem}";

    private static final String KEYTOOL = "keytool -importcert -noprompt -storepass changeit -alias hopscope";

    static final List<TrustRecipe> ALL = List.of(
            pem(
                    "java",
                    TrustGroup.RUNTIME,
                    List.of(KEYTOOL + " -cacerts -file {hopscope-ca-cert.pem}"),
                    List.of("keytool -delete -storepass changeit -alias hopscope -cacerts")),
            pem(
                    "java-truststore",
                    TrustGroup.RUNTIME,
                    List.of(
                            "cp \"$(java -XshowSettings:properties -version 2>&1 | sed -n 's/^ *java\\.home = //p')"
                                    + "/lib/security/cacerts\" {hopscope-truststore.p12}",
                            "chmod u+w {hopscope-truststore.p12}",
                            KEYTOOL + " -keystore {hopscope-truststore.p12} -file {hopscope-ca-cert.pem}",
                            "export JAVA_TOOL_OPTIONS=-Djavax.net.ssl.trustStore={abs:hopscope-truststore.p12}"
                                    + "\" -Djavax.net.ssl.trustStorePassword=changeit\""),
                    List.of("unset JAVA_TOOL_OPTIONS", "rm -f {hopscope-truststore.p12}")),
            pem(
                    "node",
                    TrustGroup.RUNTIME,
                    List.of("export NODE_EXTRA_CA_CERTS={abs:hopscope-ca-cert.pem}"),
                    List.of("unset NODE_EXTRA_CA_CERTS")),
            withBundle("python", TrustGroup.RUNTIME, "REQUESTS_CA_BUNDLE", "SSL_CERT_FILE"),
            withBundle("ruby", TrustGroup.RUNTIME, "SSL_CERT_FILE"),
            pem(
                    "php",
                    TrustGroup.RUNTIME,
                    List.of(
                            MAKE_BUNDLE,
                            "mkdir -p {hopscope-php}",
                            "printf 'openssl.cafile=\"%s\"\\ncurl.cainfo=\"%s\"\\n' {abs:hopscope-ca-bundle.pem}"
                                    + " {abs:hopscope-ca-bundle.pem} > {hopscope-php}/hopscope.ini",
                            "export PHP_INI_SCAN_DIR=:{abs:hopscope-php}"),
                    List.of("unset PHP_INI_SCAN_DIR", "rm -rf {hopscope-php}")),
            withBundle("go", TrustGroup.RUNTIME, "SSL_CERT_FILE"));

    private RuntimeRecipes() {}

    /** Variables that take the place of the system's authorities: they are given those and ours. */
    static TrustRecipe withBundle(String id, TrustGroup group, String... variables) {
        String set = " " + String.join("={abs:hopscope-ca-bundle.pem} ", variables) + "={abs:hopscope-ca-bundle.pem}";
        return pem(id, group, List.of(MAKE_BUNDLE, "export" + set), List.of("unset " + String.join(" ", variables)));
    }
}
