package org.almbridge.alert;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

/** What people and their tools receive of an alert; its JSON is a public contract. */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({"id", "alert", "subject", "state", "severity", "since", "at", "bridge", "text", "advice", "value"})
record AlertDocument(
        String id,
        String alert,
        String subject,
        String state,
        String severity,
        String since,
        String at,
        String bridge,
        String text,
        String advice,
        Number value) {

    /** @param bridge who tells */
    static AlertDocument of(Standing standing, String bridge) {
        return new AlertDocument(
                id(standing),
                standing.alert(),
                standing.subject(),
                standing.state().name().toLowerCase(Locale.ROOT),
                standing.severity().name().toLowerCase(Locale.ROOT),
                Instant.ofEpochMilli(standing.since()).toString(),
                Instant.ofEpochMilli(standing.at()).toString(),
                bridge,
                text(standing),
                standing.isFiring() ? standing.advice() : "Nothing is to be done.",
                standing.isFiring() ? standing.value() : null);
    }

    /** The same for every endpoint and every try. */
    private static String id(Standing standing) {
        String name = standing.key() + " " + standing.state() + " " + standing.at();
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private static String text(Standing standing) {
        return standing.isFiring()
                ? standing.text()
                : "Over after "
                        + Duration.ofMillis(standing.at() - standing.since()).toSeconds() + " s: " + standing.text();
    }

    String subjectLine() {
        return "[alm-bridge] " + state + ": " + (subject == null ? alert : alert + " " + subject);
    }

    /** For people's eyes. */
    String mail() {
        return """
                %s

                %s

                severity  %s
                since     %s
                at        %s
                bridge    %s
                id        %s
                """.formatted(text, advice, severity, since, at, bridge, id);
    }
}
