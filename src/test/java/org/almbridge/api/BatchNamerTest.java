package org.almbridge.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.almbridge.intake.BatchVariables;
import org.almbridge.ledger.TestLedger;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BatchNamerTest {

    @TempDir
    private Path folder;

    private TestLedger ledger;
    private BatchNamer namer;
    private PushEnd end;

    @BeforeEach
    void open() {
        ledger = new TestLedger(folder);
        PushesUnderWay underWay = new PushesUnderWay();
        namer = new BatchNamer(underWay, ledger.batches());
        end = new PushEnd(underWay);
    }

    @AfterEach
    void close() throws Exception {
        ledger.close();
    }

    @Test
    void namesBySenderAndKeyWithoutShowingTheKey() throws Exception {
        Exchange named = named("hr", "ada@example.com", "content");

        assertThat(named.getVariable(BatchVariables.SOURCE)).isEqualTo("api");
        assertThat(named.getVariable(BatchVariables.INPUT, String.class)).matches("hr/key-[0-9a-f]{32}");
    }

    @Test
    void letsTheSameInOnlyOneAtATime() throws Exception {
        Exchange first = named("hr", "k", "content");
        Exchange second = exchange("hr", "k", "content");
        assertProblem(second, 409);
        end.process(second);
        assertProblem(exchange("hr", "k", "other content"), 409);
        named("hr", "another", "content");
        named("payroll", "k", "content");

        end.process(first);
        assertThat(named("hr", "k", "content").getVariable(PushVariables.BATCH_ID))
                .isEqualTo(first.getVariable(PushVariables.BATCH_ID));
    }

    @Test
    void refusesAKeyThatStandsForOtherContent() throws Exception {
        open(named("hr", "k", "content"));

        Exchange other = exchange("hr", "k", "other content");
        assertProblem(other, 422);
        end.process(other);
        end.process(named("hr", "k", "content"));
        named("hr", null, "other content");
    }

    @Test
    void freesAKeyWhoseContentCouldNotBeReadAtAll() throws Exception {
        String id = open(named("hr", "k", "content"));
        ledger.batches().close(id, 0, "not UTF-8", null);
        end.process(named("hr", "k", "corrected content"));

        ledger.batches().close(id, 1, "broken off", null);
        assertProblem(exchange("hr", "k", "corrected content"), 422);
    }

    private String open(Exchange named) {
        String id = named.getVariable(PushVariables.BATCH_ID, String.class);
        ledger.batches().open(id, "api", named.getVariable(BatchVariables.INPUT, String.class), null);
        end.process(named);
        return id;
    }

    private void assertProblem(Exchange exchange, int status) {
        assertThatThrownBy(() -> namer.process(exchange))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().status()).isEqualTo(status));
    }

    private Exchange named(String caller, String key, String content) throws Exception {
        Exchange exchange = exchange(caller, key, content);
        namer.process(exchange);
        return exchange;
    }

    private Exchange exchange(String caller, String key, String content) throws Exception {
        Exchange exchange = new DefaultExchange(new DefaultCamelContext());
        exchange.setVariable(PushVariables.CALLER, caller);
        exchange.setVariable(PushVariables.IDEMPOTENCY_KEY, key);
        exchange.getMessage()
                .setBody(Files.writeString(Files.createTempFile(folder, "content", ""), content)
                        .toFile());
        return exchange;
    }
}
