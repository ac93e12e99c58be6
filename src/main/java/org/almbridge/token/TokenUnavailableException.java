package org.almbridge.token;

import java.io.IOException;

/** ALM is not able to say whether it gives an access token. */
class TokenUnavailableException extends IOException {

    /** @param evidence what was answered, without any of the answer's body */
    TokenUnavailableException(String evidence) {
        super(evidence);
    }
}
