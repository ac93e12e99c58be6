package org.almbridge.alm;

import org.almbridge.manager.Manager;
import org.almbridge.manager.ManagerFinding;
import org.apache.camel.Exchange;

/** The variables of an exchange that asks for a manager; routes/README.md lists them. */
final class ManagerVariables {

    private static final String MANAGER = "manager";
    private static final String FINDING = "managerFinding";

    private ManagerVariables() {}

    /** {@code null} on any other exchange. */
    static Manager manager(Exchange exchange) {
        return exchange.getVariable(MANAGER, Manager.class);
    }

    static void manager(Exchange exchange, Manager manager) {
        exchange.setVariable(MANAGER, manager);
    }

    static ManagerFinding finding(Exchange exchange) {
        return exchange.getVariable(FINDING, ManagerFinding.class);
    }

    static void finding(Exchange exchange, ManagerFinding finding) {
        exchange.setVariable(FINDING, finding);
    }
}
