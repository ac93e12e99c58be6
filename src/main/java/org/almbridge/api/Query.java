package org.almbridge.api;

import io.netty.handler.codec.http.QueryStringDecoder;
import io.vertx.core.http.HttpServerRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.camel.Exchange;

/** The parameters of a request's query, each at most once and with a value. */
final class Query {

    private final Map<String, List<String>> parameters;

    private Query(Map<String, List<String>> parameters) {
        this.parameters = parameters;
    }

    /**
     * @param allowed names that the operation knows
     * @throws ProblemException when there is another one, or a parameter is repeated or blank
     */
    static Query of(Exchange exchange, String... allowed) throws ProblemException {
        Set<String> known = new TreeSet<>(Set.of(allowed));
        Query query = new Query(new QueryStringDecoder(
                        ((HttpServerRequest) exchange.getMessage().getBody()).uri())
                .parameters());
        for (Map.Entry<String, List<String>> parameter : query.parameters.entrySet()) {
            if (!known.contains(parameter.getKey())) {
                throw unknown(parameter.getKey(), known);
            }
            if (parameter.getValue().size() > 1) {
                throw wrong(parameter.getKey(), "is given more than once", "give it once");
            }
            if (parameter.getValue().get(0).isBlank()) {
                throw wrong(parameter.getKey(), "is empty", "give it a value or leave it out");
            }
        }
        return query;
    }

    /** {@code null} when it is not given. */
    String get(String name) {
        return parameters.containsKey(name) ? parameters.get(name).get(0) : null;
    }

    /** What is given, in the order in which it is. */
    Map<String, String> given() {
        Map<String, String> given = new LinkedHashMap<>();
        parameters.forEach((name, values) -> given.put(name, values.get(0)));
        return given;
    }

    private static ProblemException unknown(String name, Set<String> known) {
        return wrong(
                name,
                "is not known here",
                known.isEmpty() ? "leave it out, there are none" : "there are " + String.join(", ", known));
    }

    /**
     * @param name   of the parameter
     * @param what   is wrong with it, without its value, which may be anybody's data
     * @param remedy names the allowed values
     */
    static ProblemException wrong(String name, String what, String remedy) {
        return new ProblemException(
                Problem.of(400, "The parameter '%s' %s: %s.".formatted(shortened(name), what, remedy)));
    }

    private static String shortened(String name) {
        return name.length() <= 40 ? name : name.substring(0, 40) + "...";
    }
}
