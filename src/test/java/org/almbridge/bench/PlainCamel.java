package org.almbridge.bench;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.builder.ThreadPoolProfileBuilder;
import org.apache.camel.http.base.HttpOperationFailedException;
import org.apache.camel.impl.DefaultCamelContext;

/**
 * What a Camel route does out of the box: each row is a create and an enrolment, and Camel repeats what fails, with ALM's schedule
 * of 0, 2, 4 and 8 s and without holding a thread. Everything is in memory.
 */
final class PlainCamel extends RouteBuilder {

    private static final int AT_ONCE = 64;

    private final String users;

    private PlainCamel(String alm) {
        this.users = alm + "/primeapi/v2/users";
    }

    /** @param args the address of ALM, and {@code queue} so that any number of retries may wait, not Camel's thousand */
    public static void main(String[] args) throws Exception {
        try (DefaultCamelContext camel = new DefaultCamelContext()) {
            if (args.length > 1) {
                camel.getExecutorServiceManager()
                        .setDefaultThreadPoolProfile(new ThreadPoolProfileBuilder("patient")
                                .defaultProfile(true)
                                .poolSize(10)
                                .maxPoolSize(20)
                                .maxQueueSize(-1)
                                .build());
            }
            camel.addRoutes(new PlainCamel(args[0]));
            camel.start();
            Program.takeFiles(csv -> camel.createProducerTemplate().asyncRequestBody("direct:people", csv.toFile()));
        }
    }

    @Override
    public void configure() {
        ExecutorService pool = Executors.newFixedThreadPool(AT_ONCE);
        from("direct:people")
                .split(body().tokenize("\n"))
                .streaming()
                .executorService(pool)
                .filter(body().contains("@"))
                .to("direct:person");

        from("direct:person")
                .onException(HttpOperationFailedException.class)
                .maximumRedeliveries(3)
                .redeliveryDelay(2_000)
                .useExponentialBackOff()
                .backOffMultiplier(2)
                .asyncDelayedRedelivery()
                .handled(true)
                .end()
                .setBody(exchange -> People.create(exchange.getMessage().getBody(String.class)))
                .process(PlainCamel::address)
                .to(users + "?httpMethod=POST&connectionsPerRoute=" + AT_ONCE)
                .convertBodyTo(String.class)
                .process(exchange -> {
                    String user = People.id(exchange.getMessage().getBody(String.class));
                    exchange.getMessage().setBody("");
                    address(exchange);
                    exchange.getMessage().setHeader(Exchange.HTTP_PATH, user + "/enrollments");
                    exchange.getMessage()
                            .setHeader(Exchange.HTTP_QUERY, "loId=" + Alm.COURSE + "&loInstanceId=" + Alm.INSTANCE);
                })
                .to(users + "?httpMethod=POST&connectionsPerRoute=" + AT_ONCE);
    }

    private static void address(Exchange exchange) {
        exchange.getMessage().setHeader("Authorization", "oauth " + Alm.TOKEN);
        exchange.getMessage().setHeader("Accept", "application/vnd.api+json");
        exchange.getMessage().setHeader(Exchange.CONTENT_TYPE, "application/vnd.api+json");
    }
}
