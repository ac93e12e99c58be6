package org.almbridge.alert;

import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/** Begins a round; without endpoints there is nothing to look for. */
@Singleton
@Named("lookForAlerts")
class AlertLook implements Processor {

    private final AlertWatch watch;
    private final AlertEndpoints endpoints;

    AlertLook(AlertWatch watch, AlertEndpoints endpoints) {
        this.watch = watch;
        this.endpoints = endpoints;
    }

    @Override
    public void process(Exchange exchange) throws SQLException {
        exchange.setVariable("alerts", endpoints.uris().isEmpty() ? new AlertRound() : watch.look());
    }
}
