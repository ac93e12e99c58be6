package org.almbridge.plan;

/** Says that ALM did not tell what a plan needs. */
public class AlmSilentException extends Exception {

    /** @param failure its message may name people, and is left out */
    AlmSilentException(Throwable failure) {
        super("ALM does not tell what the plan needs (" + what(failure) + ")", null, false, false);
    }

    private static String what(Throwable failure) {
        return String.valueOf(failure.getMessage()).replaceFirst("(?s):.*", "");
    }
}
