package org.almbridge.alm;

import static org.almbridge.learner.FailureClass.ALREADY_ENROLLED;
import static org.almbridge.learner.FailureClass.DUPLICATE_USER;
import static org.almbridge.learner.FailureClass.INDEXING_LAG;
import static org.almbridge.learner.FailureClass.REJECTED;
import static org.almbridge.learner.FailureClass.THROTTLED;
import static org.almbridge.learner.FailureClass.UNAUTHORISED;
import static org.almbridge.learner.FailureClass.UNAVAILABLE;
import static org.almbridge.learner.FailureClass.UNKNOWN_OUTCOME;
import static org.almbridge.learner.FailureClass.UNRECOGNISED;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.util.Set;
import javax.net.ssl.SSLHandshakeException;
import org.almbridge.learner.AlmCall;
import org.almbridge.learner.FailureClass;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;

/** Decides what a failed call means. Pure: the same evidence always means the same. */
public final class FailureClassifier {

    /** The connection was never there, so nothing was sent. */
    private static final Set<Class<? extends IOException>> NOT_SENT = Set.of(
            ConnectException.class,
            ConnectTimeoutException.class,
            ConnectionRequestTimeoutException.class,
            NoRouteToHostException.class,
            UnknownHostException.class,
            SSLHandshakeException.class);

    private FailureClassifier() {}

    /** Of a call that has nothing to do with ALM's index. */
    static FailureClass ofStatus(AlmCall call, int status, String body) {
        return ofStatus(call, status, body, false, false);
    }

    /**
     * @param verified whether ALM has shown the instance to be there
     * @param young    whether ALM's index may not know the user yet
     */
    public static FailureClass ofStatus(AlmCall call, int status, String body, boolean verified, boolean young) {
        return switch (status) {
            case 400 -> ofBadRequest(call, new AlmErrorText(body), verified && young);
            case 401 -> UNAUTHORISED;
            case 403, 404, 405, 406, 410, 413, 414, 415, 422 -> REJECTED;
            case 429 -> THROTTLED;
            case 503 -> UNAVAILABLE;
            default -> status < 500 ? UNRECOGNISED : call.changesAlm() ? UNKNOWN_OUTCOME : UNAVAILABLE;
        };
    }

    /** One 400 stands for a user not indexed yet and for every wrong id, so what is known otherwise decides. */
    private static FailureClass ofBadRequest(AlmCall call, AlmErrorText text, boolean mayLag) {
        if (call == AlmCall.ENROL_USER && text.saysObjectIsMissing()) {
            return mayLag ? INDEXING_LAG : REJECTED;
        }
        if (text.explainsValidation()) {
            return REJECTED;
        }
        if (call.changesAlm() && text.saysAlreadyThere()) {
            return call == AlmCall.CREATE_USER ? DUPLICATE_USER : ALREADY_ENROLLED;
        }
        return text.hasErrorId() ? REJECTED : UNRECOGNISED;
    }

    static FailureClass ofException(AlmCall call, Throwable failure) {
        if (failure instanceof JsonProcessingException) {
            return call.changesAlm() ? UNKNOWN_OUTCOME : UNRECOGNISED;
        }
        if (!(failure instanceof IOException)) {
            return UNRECOGNISED;
        }
        boolean notSent = NOT_SENT.stream().anyMatch(type -> type.isInstance(failure));
        return notSent || !call.changesAlm() ? UNAVAILABLE : UNKNOWN_OUTCOME;
    }
}
