package org.almbridge.doctor;

import io.quarkus.runtime.configuration.ConfigUtils;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.almbridge.BridgeConfig;
import org.almbridge.ledger.TemporaryLedger;
import org.apache.camel.quarkus.main.events.BeforeInitialize;
import org.eclipse.microprofile.config.Config;

/** Sees to it before the ledger opens that the doctor works on a ledger of its own, which goes when the process ends. */
@Singleton
class DoctorStart {

    private static final int BEFORE_THE_LEDGER = 100;
    private static final String LEDGER_URL = "quarkus.datasource.sqlite.jdbc.url";
    private static final String PROFILE = "doctor";

    private final BridgeConfig config;
    private final String ledgerUrl;

    DoctorStart(BridgeConfig config, Config properties) {
        this.config = config;
        this.ledgerUrl = properties.getValue(LEDGER_URL, String.class);
    }

    void prepare(@Observes @Priority(BEFORE_THE_LEDGER) BeforeInitialize event) {
        if (!config.doctor().enabled()) {
            return;
        }
        if (!ConfigUtils.isProfileActive(PROFILE)) {
            throw new ConfigurationException(
                    "bridge.doctor.enabled is set by the profile: give -Dquarkus.profile=doctor");
        }
        config.doctor()
                .email()
                .filter(email -> !email.matches("[^@\\s]+@[^@\\s]+"))
                .ifPresent(email -> {
                    throw new ConfigurationException(
                            "bridge.doctor.email is no e-mail address: write it as doctor-%s@example.com");
                });
        TemporaryLedger.removeAtTheEnd(ledgerUrl);
    }
}
