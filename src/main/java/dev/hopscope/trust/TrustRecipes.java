package dev.hopscope.trust;

import dev.hopscope.trust.TrustRecipe.Format;
import java.util.List;

/** All recipes, in the order they are shown. Any thread. */
public final class TrustRecipes {
    public static final List<TrustRecipe> ALL = List.of(
            pem("curl", "curl --cacert hopscope-ca-cert.pem https://example.com/"),
            pem(
                    "debian",
                    "sudo cp hopscope-ca-cert.pem /usr/local/share/ca-certificates/hopscope-ca.crt",
                    "sudo update-ca-certificates"),
            pem(
                    "fedora",
                    "sudo cp hopscope-ca-cert.pem /etc/pki/ca-trust/source/anchors/hopscope-ca.pem",
                    "sudo update-ca-trust"),
            pem("arch", "sudo trust anchor --store hopscope-ca-cert.pem"),
            pem(
                    "macos",
                    "sudo security add-trusted-cert -d -r trustRoot -p ssl -p basic"
                            + " -k /Library/Keychains/System.keychain hopscope-ca-cert.pem"),
            new TrustRecipe("windows", Format.DER, List.of("certutil -user -addstore Root hopscope-ca-cert.cer")),
            pem("chrome-linux", "certutil -d sql:$HOME/.pki/nssdb -A -t C,, -n Hopscope -i hopscope-ca-cert.pem"),
            pem("firefox"),
            pem(
                    "java",
                    "keytool -importcert -cacerts -storepass changeit -noprompt -alias hopscope -file"
                            + " hopscope-ca-cert.pem"),
            pem("node", "export NODE_EXTRA_CA_CERTS=\"$PWD/hopscope-ca-cert.pem\""),
            pem(
                    "python",
                    "export REQUESTS_CA_BUNDLE=\"$PWD/hopscope-ca-cert.pem\""
                            + " SSL_CERT_FILE=\"$PWD/hopscope-ca-cert.pem\""),
            new TrustRecipe("android", Format.DER, List.of()),
            pem("ios"));

    private TrustRecipes() {}

    private static TrustRecipe pem(String id, String... commands) {
        return new TrustRecipe(id, Format.PEM, List.of(commands));
    }
}
