package org.almbridge.source;

/** Puts a failure of Camel's into one line that a person can read. */
final class Reason {

    private Reason() {}

    /** What the innermost cause says; of several lines those that say something, joined. */
    static String of(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        String message = root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
        return String.join(" ", message.lines().map(String::strip).toList());
    }
}
