package dev.hopscope.snippet;

import java.util.ArrayList;
import java.util.List;

/**
 * Files that make a client trust Hopscope's authority, and the variables that name them; immutable. Reads no file.
 *
 * @param bundle PEM: the system's authorities and ours
 * @param certificate PEM: ours alone
 * @param store PKCS#12 for Java: the authorities of the bundle
 */
public record Trust(String bundle, String certificate, String store) {
    /** Where containers find the files. */
    static final String MOUNTED = "/etc/hopscope";

    /** Of the store; Java expects this one, and nothing in it is secret. */
    static final String PASSWORD = "changeit";

    /** Variables that take the place of the authorities a program knows: OpenSSL's programs, curl, Python, git, AWS, cargo, Perl. */
    private static final List<String> REPLACING = List.of(
            "SSL_CERT_FILE",
            "CURL_CA_BUNDLE",
            "REQUESTS_CA_BUNDLE",
            "GIT_SSL_CAINFO",
            "AWS_CA_BUNDLE",
            "CARGO_HTTP_CAINFO",
            "PERL_LWP_SSL_CA_FILE");

    /** Variables that add to them. */
    private static final List<String> ADDING = List.of("NODE_EXTRA_CA_CERTS", "DENO_CERT");

    /** Node reads the proxy variables once it is told so, and a JVM reads none. */
    private static final String NODE = "NODE_USE_ENV_PROXY";

    static final String JAVA = "JAVA_TOOL_OPTIONS";

    /** Every name that trust may set: what an undo looks at. */
    static final List<String> EVERY = names();

    /** @throws IllegalArgumentException in words */
    public Trust {
        Inputs.text("The path of the bundle", bundle);
        Inputs.text("The path of the certificate", certificate);
        Inputs.text("The path of the trust store", store);
    }

    private static List<String> names() {
        List<String> names = new ArrayList<>(REPLACING);
        names.addAll(ADDING);
        names.add(NODE);
        names.add(JAVA);
        return List.copyOf(names);
    }

    /** The same files where a container has them. */
    Trust mounted() {
        return new Trust(mounted(bundle), mounted(certificate), mounted(store));
    }

    private static String mounted(String path) {
        return MOUNTED + "/" + name(path);
    }

    /** The last part of a path of any system. */
    static String name(String path) {
        return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
    }

    List<String> files() {
        return List.of(bundle, certificate, store);
    }

    /** The variables, with what makes Node and JVMs use the proxy too. */
    List<Assignment> assignments(Environment environment) {
        List<Assignment> all = new ArrayList<>();
        REPLACING.forEach(name -> all.add(new Assignment(name, bundle)));
        ADDING.forEach(name -> all.add(new Assignment(name, certificate)));
        all.add(new Assignment(NODE, "1"));
        all.add(new Assignment(JAVA, JvmProperties.of(environment.with(this)).options()));
        return all;
    }

    /** For a JVM. */
    List<Assignment> properties() {
        return List.of(
                new Assignment("javax.net.ssl.trustStore", store),
                new Assignment("javax.net.ssl.trustStorePassword", PASSWORD));
    }

    /** Adds what there is to know about these variables, beside the first of each kind. */
    static Rendered noted(Rendered rendered) {
        return rendered.noting(
                        "SSL_CERT_FILE",
                        List.of("These take the place of the authorities a program knows, so the file holds the"
                                + " system's and Hopscope's. wget, PHP, Firefox and Chromium read none of them."))
                .noting("NODE_EXTRA_CA_CERTS", List.of("These add to the program's own authorities."))
                .noting(
                        NODE,
                        List.of("Node 22.21, 24.5 and newer read the proxy variables with this; older Node needs"
                                + " global-agent or undici."))
                .noting(
                        JAVA,
                        List.of("For every JVM, which says so on stderr; the store takes the place of the JVM's own."));
    }
}
