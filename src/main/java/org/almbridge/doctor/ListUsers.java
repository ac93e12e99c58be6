package org.almbridge.doctor;

import jakarta.inject.Named;
import jakarta.inject.Singleton;
import org.almbridge.call.AlmRequest;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/** Asks ALM for the least that a token with the scope admin:read can read. */
@Singleton
@Named("listUsers")
class ListUsers implements Processor {

    @Override
    public void process(Exchange exchange) {
        AlmRequest.get(exchange, null, "page%5Boffset%5D=0&page%5Blimit%5D=1&sort=id");
    }
}
