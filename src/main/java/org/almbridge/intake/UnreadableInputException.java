package org.almbridge.intake;

import java.io.IOException;

/** Says that an input as a whole cannot be read: what is wrong, where, and what its sender can do. */
public class UnreadableInputException extends IOException {

    public UnreadableInputException(String message) {
        super(message);
    }

    public UnreadableInputException(String message, Throwable cause) {
        super(message, cause);
    }
}
