package dev.hopscope.trust;

import static dev.hopscope.trust.TrustRecipe.pem;

import java.util.List;

/** Engines, images and clusters. Any thread. */
final class ContainerRecipes {
    private static final String ANCHOR = "/usr/local/share/ca-certificates/hopscope-ca.crt";
    private static final String LINES_OUT = "# the lines above, out of the Dockerfile";

    static final List<TrustRecipe> ALL = List.of(
            pem(
                    "docker",
                    TrustGroup.CONTAINER,
                    List.of(
                            "sudo install -m 644 {hopscope-ca-cert.pem} " + ANCHOR,
                            "sudo update-ca-certificates",
                            "sudo systemctl restart docker"),
                    List.of("sudo rm -f " + ANCHOR, "sudo update-ca-certificates", "sudo systemctl restart docker")),
            pem(
                    "image-debian",
                    TrustGroup.CONTAINER,
                    List.of(
                            "COPY hopscope-ca-cert.pem " + ANCHOR,
                            "RUN update-ca-certificates",
                            "ENV NODE_EXTRA_CA_CERTS=" + ANCHOR,
                            "ENV REQUESTS_CA_BUNDLE=/etc/ssl/certs/ca-certificates.crt"),
                    List.of(LINES_OUT)),
            pem(
                    "image-rpm",
                    TrustGroup.CONTAINER,
                    List.of(
                            "COPY hopscope-ca-cert.pem /etc/pki/ca-trust/source/anchors/hopscope-ca.pem",
                            "RUN update-ca-trust",
                            "ENV NODE_EXTRA_CA_CERTS=/etc/pki/ca-trust/source/anchors/hopscope-ca.pem",
                            "ENV REQUESTS_CA_BUNDLE=/etc/pki/tls/certs/ca-bundle.crt"),
                    List.of(LINES_OUT)),
            pem(
                    "kubernetes",
                    TrustGroup.CONTAINER,
                    List.of(
                            RuntimeRecipes.MAKE_BUNDLE,
                            "kubectl create configmap hopscope-ca"
                                    + " --from-file=hopscope-ca-cert.pem={hopscope-ca-cert.pem}"
                                    + " --from-file=hopscope-ca-bundle.pem={hopscope-ca-bundle.pem}",
                            "# into the spec of the Pod, and of its container",
                            "spec:",
                            "  containers:",
                            "    - name: APP",
                            "      env:",
                            "        - {name: SSL_CERT_FILE, value: /etc/hopscope/hopscope-ca-bundle.pem}",
                            "        - {name: REQUESTS_CA_BUNDLE, value: /etc/hopscope/hopscope-ca-bundle.pem}",
                            "        - {name: NODE_EXTRA_CA_CERTS, value: /etc/hopscope/hopscope-ca-cert.pem}",
                            "      volumeMounts:",
                            "        - {name: hopscope-ca, mountPath: /etc/hopscope, readOnly: true}",
                            "  volumes:",
                            "    - name: hopscope-ca",
                            "      configMap: {name: hopscope-ca}"),
                    List.of(
                            "# the lines above, out of the spec of the Pod, then",
                            "kubectl delete configmap hopscope-ca")));

    private ContainerRecipes() {}
}
