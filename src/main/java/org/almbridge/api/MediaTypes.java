package org.almbridge.api;

import java.util.Set;
import java.util.TreeSet;
import org.apache.camel.Exchange;

/** Refuses content of a kind that an operation does not take. */
final class MediaTypes {

    private MediaTypes() {}

    static String require(Exchange exchange, Set<String> allowed) throws ProblemException {
        String given = exchange.getVariable(PushVariables.MEDIA_TYPE, String.class);
        if (!allowed.contains(given)) {
            throw new ProblemException(Problem.of(
                    415,
                    "The Content-Type is not one that is taken here: send " + String.join(", ", new TreeSet<>(allowed))
                            + "."));
        }
        return given;
    }
}
