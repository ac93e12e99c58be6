package org.almbridge.intake;

/**
 * Stops an input that is small to send and would never end once unpacked.
 *
 * @param mostBytes unpacked
 * @param mostRatio unpacked bytes to packed ones; lists of people have 3 to 30
 * @param freeBytes unpacked, up to which the ratio does not matter
 */
record UnpackBounds(long mostBytes, int mostRatio, long freeBytes) {

    /** Some forty million rows. */
    static final UnpackBounds USUAL = new UnpackBounds(4L << 30, 200, 64L << 20);

    void check(long unpacked, long packed) throws UnreadableInputException {
        if (unpacked > mostBytes) {
            throw new UnreadableInputException(
                    "the input unpacks to more than " + mostBytes + " bytes: send it in several parts");
        }
        if (unpacked > freeBytes && unpacked / mostRatio > packed) {
            throw new UnreadableInputException("the input unpacks to more than " + mostRatio
                    + " times its size, which no list of people does: export it again, and send it unpacked");
        }
    }
}
