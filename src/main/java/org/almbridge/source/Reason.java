package org.almbridge.source;

/** Puts a failure into one line that a person can read. */
public final class Reason {

    private Reason() {}

    /** What the innermost cause says; of several lines those that say something, joined. */
    static String of(Throwable failure) {
        return String.join(
                " ", message(root(failure)).lines().map(String::strip).toList());
    }

    /** What the failure itself says, of several lines the first: a server may say as much as it likes. */
    public static String firstLine(Throwable failure) {
        return message(failure).lines().findFirst().orElse("").strip();
    }

    static Throwable root(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        return root;
    }

    private static String message(Throwable failure) {
        return failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
    }
}
