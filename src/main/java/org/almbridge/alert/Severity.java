package org.almbridge.alert;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How soon people should look. */
enum Severity {
    /** Now: nobody gets in. */
    @JsonProperty("critical")
    CRITICAL,
    /** Today: some do not get in, or will not for long. */
    @JsonProperty("warning")
    WARNING
}
