package dev.hopscope.snippet;

import java.util.List;
import java.util.Set;

/** What there is to know about trust in a text, whatever its target; pure functions. */
final class TrustNotes {
    private static final Set<String> CLUSTERS = Set.of("kubernetes-pod", "configmap", "helm-values");
    private static final Set<String> OTHER_USERS = Set.of("systemd", "etc-environment", "docker-systemd");
    private static final Set<String> SHELLS = Set.of("fish", "csh", "powershell", "cmd");

    private TrustNotes() {}

    static Rendered on(Rendered rendered, Environment environment, SnippetCard card) {
        Trust trust = environment.trust();
        if (trust == null) {
            return rendered;
        }
        if (trust.files().stream().noneMatch(file -> rendered.text().contains(Trust.name(file)))) {
            return rendered.noting(
                    "This text has no place for trust: the tab Trust the CA, or 'hopscope ca --recipes', may"
                            + " have it.");
        }
        Rendered noted = Trust.noted(rendered);
        if (CLUSTERS.contains(card.id())) {
            return noted.noting(
                    "SSL_CERT_FILE",
                    List.of("The files belong into a ConfigMap that is mounted at " + Trust.MOUNTED
                            + ": the recipe Kubernetes of the tab Trust the CA has the commands."));
        }
        if (OTHER_USERS.contains(card.id())) {
            return noted.noting(
                    "SSL_CERT_FILE",
                    List.of("Other users cannot read Hopscope's folder: copy the files to one they can, and write that"
                            + " here."));
        }
        return SHELLS.contains(card.id())
                ? noted.noting(Trust.JAVA, List.of("It takes the place of what the variable held, until the undo."))
                : noted;
    }
}
