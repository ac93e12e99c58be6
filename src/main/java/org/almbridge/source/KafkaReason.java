package org.almbridge.source;

import org.almbridge.intake.UnresolvedRuleException;
import org.apache.camel.util.ObjectHelper;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.SslAuthenticationException;

/** Puts into words why nothing can be read, and what to do about it. */
final class KafkaReason {

    private KafkaReason() {}

    /** The reason and the remedy, to follow the name of the broker. */
    static String advice(Throwable failure) {
        String text = Reason.firstLine(Reason.root(failure));
        if (failure instanceof SslAuthenticationException) {
            return "shows a certificate that is not trusted (" + text
                    + "): check truststoreFile, and that brokers names the host as the certificate does";
        }
        if (failure instanceof AuthenticationException) {
            return "refuses the login (" + text + "): check username, password and saslMechanism";
        }
        if (failure instanceof AuthorizationException) {
            return "does not let the login read (" + text + "): have it allowed to read the topic and to use the group";
        }
        return "fails (" + text + "): check brokers and topic, and ask the broker's owner when this lasts";
    }

    /** A failure on our side; the message of another exception than our own may repeat a record. */
    static String text(Throwable failure) {
        UnresolvedRuleException unresolved = ObjectHelper.getException(UnresolvedRuleException.class, failure);
        return unresolved != null
                ? unresolved.getMessage()
                : "the ledger or the commit failed ("
                        + Reason.root(failure).getClass().getSimpleName() + ")";
    }
}
