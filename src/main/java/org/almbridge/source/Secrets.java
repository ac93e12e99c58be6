package org.almbridge.source;

import java.util.Set;
import org.apache.camel.CamelContext;

/**
 * Hands secrets to a route by reference: what stands in an address reaches logs, and means something else to Camel when it
 * holds an {@code &}, a {@code %} or a {@code +}.
 */
final class Secrets {

    private static final Set<String> PARAMETERS =
            Set.of("password", "privateKeyPassphrase", "truststorePassword", "token", "apiKey", "clientSecret");

    private Secrets() {}

    /** The value to give the template: a reference for a secret, and the value itself for everything else. */
    static String hide(CamelContext context, String routeId, String parameter, String value) {
        if (!PARAMETERS.contains(parameter)) {
            return value;
        }
        String bean = routeId + "-" + parameter;
        // not as a String, in which Camel would look for placeholders
        context.getRegistry().bind(bean, value.toCharArray());
        return "#bean:" + bean;
    }
}
