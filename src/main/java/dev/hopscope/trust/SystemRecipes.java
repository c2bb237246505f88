package dev.hopscope.trust;

import static dev.hopscope.trust.TrustRecipe.pem;

import dev.hopscope.trust.TrustRecipe.Format;
import java.util.List;

/** Operating systems, and browsers with a store of their own. Any thread. */
final class SystemRecipes {
    private static final String ANCHOR = "/usr/local/share/ca-certificates/hopscope-ca.crt";
    private static final String RPM_ANCHOR = "/etc/pki/ca-trust/source/anchors/hopscope-ca.pem";
    private static final String NSS = "certutil -d \"sql:$HOME/.pki/nssdb\"";
    private static final String PROFILES = "for db in \"$HOME\"/.mozilla/firefox/*/cert9.db"
            + " \"$HOME\"/snap/firefox/common/.mozilla/firefox/*/cert9.db; do if [ -e \"$db\" ]; then"
            + " certutil -d \"sql:${db%/cert9.db}\" ";

    static final List<TrustRecipe> ALL = List.of(
            pem(
                    "debian",
                    TrustGroup.SYSTEM,
                    List.of("sudo install -m 644 {hopscope-ca-cert.pem} " + ANCHOR, "sudo update-ca-certificates"),
                    List.of("sudo rm -f " + ANCHOR, "sudo update-ca-certificates")),
            pem(
                    "fedora",
                    TrustGroup.SYSTEM,
                    List.of("sudo install -m 644 {hopscope-ca-cert.pem} " + RPM_ANCHOR, "sudo update-ca-trust"),
                    List.of("sudo rm -f " + RPM_ANCHOR, "sudo update-ca-trust")),
            pem(
                    "arch",
                    TrustGroup.SYSTEM,
                    List.of("sudo trust anchor --store {hopscope-ca-cert.pem}"),
                    List.of("sudo trust anchor --remove {hopscope-ca-cert.pem}")),
            pem(
                    "alpine",
                    TrustGroup.SYSTEM,
                    List.of(
                            "apk add ca-certificates",
                            "install -m 644 {hopscope-ca-cert.pem} " + ANCHOR,
                            "update-ca-certificates"),
                    List.of("rm -f " + ANCHOR, "update-ca-certificates")),
            pem(
                    "macos",
                    TrustGroup.SYSTEM,
                    List.of("sudo security add-trusted-cert -d -r trustRoot -p ssl -p basic"
                            + " -k /Library/Keychains/System.keychain {hopscope-ca-cert.pem}"),
                    List.of(
                            "sudo security remove-trusted-cert -d {hopscope-ca-cert.pem}",
                            "sudo security delete-certificate -Z {sha1} /Library/Keychains/System.keychain")),
            new TrustRecipe(
                    "windows",
                    TrustGroup.SYSTEM,
                    Format.DER,
                    List.of("certutil -user -addstore Root {win:hopscope-ca-cert.cer}"),
                    List.of("certutil -user -delstore Root {sha1}")),
            pem(
                    "chrome-linux",
                    TrustGroup.BROWSER,
                    List.of(
                            "mkdir -p \"$HOME/.pki/nssdb\"",
                            "test -e \"$HOME/.pki/nssdb/cert9.db\" || " + NSS + " -N --empty-password",
                            NSS + " -A -t C,, -n Hopscope -i {hopscope-ca-cert.pem}"),
                    List.of(NSS + " -D -n Hopscope")),
            pem(
                    "firefox",
                    TrustGroup.BROWSER,
                    List.of(PROFILES + "-A -t C,, -n Hopscope -i {hopscope-ca-cert.pem}; fi; done"),
                    List.of(PROFILES + "-D -n Hopscope; fi; done")));

    private SystemRecipes() {}
}
