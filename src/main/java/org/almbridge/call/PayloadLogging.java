package org.almbridge.call;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.almbridge.BridgeConfig;
import org.apache.camel.quarkus.main.events.BeforeStart;

/** Asks Camel to tell of every call only when somebody wants to read it: telling costs each call a little. */
@Singleton
class PayloadLogging {

    private final BridgeConfig config;

    PayloadLogging(BridgeConfig config) {
        this.config = config;
    }

    void register(@Observes BeforeStart event) {
        if (PayloadLog.isWanted()) {
            event.getCamelContext().getManagementStrategy().addEventNotifier(new PayloadLog(AlmAddress.api(config)));
        }
    }
}
