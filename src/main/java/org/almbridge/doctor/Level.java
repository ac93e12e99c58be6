package org.almbridge.doctor;

/** How a check has ended. */
enum Level {
    OK("ok"),
    /** The bridge would work, and yet somebody should look. */
    WARN("warn"),
    /** The bridge would not work. */
    FAIL("FAIL");

    private final String word;

    Level(String word) {
        this.word = word;
    }

    @Override
    public String toString() {
        return word;
    }
}
