package org.almbridge.alert;

/** How soon people should look. */
enum Severity {
    /** Now: nobody gets in. */
    CRITICAL,
    /** Today: some do not get in, or will not for long. */
    WARNING
}
