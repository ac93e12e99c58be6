package org.almbridge.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.almbridge.intake.BatchVariables;
import org.almbridge.intake.InputSettings;
import org.almbridge.intake.JsonRowReader;
import org.almbridge.intake.RowJudge;
import org.almbridge.intake.Rows;
import org.almbridge.learner.RejectedRow;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/** Judges all people of a request before anybody is accepted, so that a caller has to send the good ones but once. */
@Singleton
@Named("checkUsers")
class UsersCheck implements Processor {

    static final int MAX_ERRORS = 100;

    private final JsonRowReader reader;
    private final RowJudge judge;

    UsersCheck(JsonRowReader reader, RowJudge judge) {
        this.reader = reader;
        this.judge = judge;
    }

    @Override
    public void process(Exchange exchange) throws ProblemException, IOException {
        MediaTypes.require(exchange, Set.of("application/json"));
        Path content = exchange.getMessage().getBody(File.class).toPath();
        UsersShape shape = UsersContent.asArray(content);
        check(content, shape, exchange);
        exchange.setVariable(BatchVariables.FORMAT, reader.format());
    }

    private void check(Path content, UsersShape shape, Exchange exchange) throws ProblemException, IOException {
        ArrayNode errors = JsonNodeFactory.instance.arrayNode();
        SamePeople same = new SamePeople(shape);
        long people = 0;
        long bad = 0;
        try (Rows rows = reader.open(Files.newInputStream(content), InputSettings.DEFAULTS)) {
            for (; rows.hasNext(); people++) {
                if (same.judge(judge.judge(rows.next(), exchange)) instanceof RejectedRow rejected) {
                    bad++;
                    add(errors, shape, rejected);
                }
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        if (people == 0) {
            throw new ProblemException(Problem.of(400, "The request names nobody: send at least one person."));
        }
        if (bad > 0) {
            ObjectNode more = JsonNodeFactory.instance.objectNode();
            more.set("errors", errors);
            String which = bad > MAX_ERRORS ? ", the first " + MAX_ERRORS + " of whom are in errors" : "";
            throw new ProblemException(new Problem(
                    400,
                    "Nobody is accepted, because %d of %d people cannot be%s: correct them and send all again."
                            .formatted(bad, people, which),
                    0,
                    more));
        }
    }

    private static void add(ArrayNode errors, UsersShape shape, RejectedRow rejected) {
        if (errors.size() < MAX_ERRORS) {
            ObjectNode error = errors.addObject();
            error.put("pointer", shape.pointer(rejected.number()));
            rejected.reasons().forEach(error.putArray("reasons")::add);
        }
    }
}
