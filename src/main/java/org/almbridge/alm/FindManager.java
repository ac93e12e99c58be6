package org.almbridge.alm;

import jakarta.inject.Named;
import jakarta.inject.Singleton;
import org.almbridge.call.AlmRequest;
import org.almbridge.manager.Manager;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/** Asks ALM for a manager, by id or by e-mail address. */
@Singleton
@Named("findManager")
class FindManager implements Processor {

    @Override
    public void process(Exchange exchange) {
        Manager manager = ManagerVariables.manager(exchange);
        if (manager.isNamedById()) {
            AlmRequest.get(exchange, AlmRequest.encode(manager.id()), null);
        } else {
            UsersByEmail.ask(exchange, manager.email());
        }
    }
}
