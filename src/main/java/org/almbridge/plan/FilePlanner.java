package org.almbridge.plan;

import io.quarkus.runtime.Quarkus;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.almbridge.BridgeConfig;
import org.almbridge.PrivateFile;
import org.almbridge.intake.UnresolvedRuleException;
import org.almbridge.token.TokenCheck;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.quarkus.main.events.AfterStart;

/** Plans the file of the configuration on a thread of its own, tells the plan, and ends the process. */
@Singleton
class FilePlanner {

    private final BridgeConfig config;
    private final CamelContext context;
    private final PlannedFile file;
    private final TokenCheck tokens;
    private final Clock clock;

    FilePlanner(BridgeConfig config, CamelContext context, PlannedFile file, TokenCheck tokens, Clock clock) {
        this.config = config;
        this.context = context;
        this.file = file;
        this.tokens = tokens;
        this.clock = clock;
    }

    void start(@Observes AfterStart event) {
        if (config.plan().enabled()) {
            Thread thread = new Thread(this::run, "plan");
            thread.setDaemon(true);
            thread.start();
        }
    }

    private void run() {
        boolean made = false;
        try {
            made = tells(planned());
            keepRefreshToken();
        } catch (IOException e) {
            System.err.println("The plan cannot be written: " + e);
        } finally {
            Quarkus.asyncExit(made ? 0 : 1);
        }
    }

    private Exchange planned() {
        return context.createProducerTemplate().send("direct:plan-batch", exchange -> {
            file.bring(exchange);
            PlanVariables.progress(exchange, new Progress(clock, System.err::println));
        });
    }

    /** @return whether all of the file is planned */
    private boolean tells(Exchange exchange) throws IOException {
        Exception failure = exchange.getException();
        if (failure != null) {
            System.err.println("The file cannot be planned: " + reason(failure));
            return false;
        }
        Plan plan = PlanVariables.plan(exchange);
        new PlanText(plan).lines().forEach(System.out::println);
        Optional<String> report = config.plan().report();
        if (report.isPresent()) {
            Files.writeString(Path.of(report.get()), PlanDocument.of(plan).toPrettyString());
        }
        return plan.failure() == null;
    }

    /** The message of any other failure may name people. */
    private static String reason(Exception failure) {
        return failure instanceof AlmSilentException || failure instanceof UnresolvedRuleException
                ? failure.getMessage()
                : "an error in the bridge or its ledger: " + failure.getClass().getName();
    }

    /** Otherwise it would be lost, and the one that the bridge has may be good for nothing any more. */
    private void keepRefreshToken() throws IOException {
        Optional<String> replacement = tokens.replacementOfThisProcess();
        if (replacement.isPresent()) {
            Path kept = PrivateFile.write("plan-" + clock.millis() + ".refresh-token", replacement.get());
            System.err.println("ALM has replaced the refresh token; the new one is in " + kept
                    + ". Set it as bridge.alm.oauth.refresh-token, then delete the file.");
        }
    }
}
