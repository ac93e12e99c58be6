package org.almbridge.call;

import io.quarkus.arc.All;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import org.almbridge.BridgeConfig;
import org.apache.camel.quarkus.main.events.BeforeStart;

/** Has Camel tell of every call to ALM. */
@Singleton
class CallTiming {

    private final BridgeConfig config;
    private final List<CallListener> listeners;

    CallTiming(BridgeConfig config, @All List<CallListener> listeners) {
        this.config = config;
        this.listeners = listeners;
    }

    void register(@Observes BeforeStart event) {
        config.alm()
                .baseUrl()
                .ifPresent(alm -> event.getCamelContext()
                        .getManagementStrategy()
                        .addEventNotifier(new CallTimer(alm, listeners)));
    }
}
