package org.almbridge.trace;

import io.opentelemetry.api.OpenTelemetry;
import io.quarkus.opentelemetry.runtime.config.runtime.OTelRuntimeConfig;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.apache.camel.CamelContext;
import org.apache.camel.quarkus.main.events.BeforeInitialize;

/** Has the routes traced when the operator wants it; otherwise tracing costs nothing. */
@Singleton
class Tracing {

    private final OTelRuntimeConfig config;
    private final OpenTelemetry telemetry;
    private final CamelContext camel;

    Tracing(OTelRuntimeConfig config, OpenTelemetry telemetry, CamelContext camel) {
        this.config = config;
        this.telemetry = telemetry;
        this.camel = camel;
    }

    void begin(@Observes BeforeInitialize event) {
        if (!config.sdkDisabled()) {
            new RouteTracer(telemetry).init(camel);
        }
    }
}
