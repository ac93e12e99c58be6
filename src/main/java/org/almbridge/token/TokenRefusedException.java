package org.almbridge.token;

/** ALM has answered a request for an access token and gives none: asking again does not help. */
class TokenRefusedException extends Exception {

    /** @param evidence what was answered, without any of the answer's body */
    TokenRefusedException(String evidence) {
        super(evidence);
    }
}
