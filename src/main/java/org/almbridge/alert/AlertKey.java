package org.almbridge.alert;

/**
 * Which alert it is.
 *
 * @param subject {@code null} for an alert of which there is one
 */
record AlertKey(String alert, String subject) {

    @Override
    public String toString() {
        return subject == null ? alert : alert + "/" + subject;
    }
}
