package org.almbridge.api;

import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HexFormat;
import org.almbridge.Sha256;
import org.almbridge.intake.BatchId;
import org.almbridge.intake.BatchVariables;
import org.almbridge.ledger.BatchLedger;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/**
 * Names what is pushed, so that a repeated request is the same batch: by the caller and their Idempotency-Key, or else by the
 * caller and the content. The key goes into the name as a hash, because nothing keeps callers from making keys of addresses.
 */
@Singleton
@Named("nameBatch")
class BatchNamer implements Processor {

    static final String SOURCE = "api";

    private static final int HASH_BYTES = 16;

    private final PushesUnderWay underWay;
    private final BatchLedger ledger;

    BatchNamer(PushesUnderWay underWay, BatchLedger ledger) {
        this.underWay = underWay;
        this.ledger = ledger;
    }

    @Override
    public void process(Exchange exchange) throws ProblemException, IOException, SQLException {
        Path content = exchange.getMessage().getBody(File.class).toPath();
        String key = exchange.getVariable(PushVariables.IDEMPOTENCY_KEY, String.class);
        String name = exchange.getVariable(PushVariables.CALLER, String.class) + "/" + name(key, content);
        if (!underWay.begin(name)) {
            throw new ProblemException(Problem.passing(
                    409, "The same request is under way: wait for its answer, or send it again later.", 1));
        }
        // from here on there is something to end
        exchange.setVariable(BatchVariables.SOURCE, SOURCE);
        exchange.setVariable(BatchVariables.INPUT, name);
        String id = id(name, content);
        if (key != null && ledger.isNameOfAnother(id, SOURCE, name)) {
            throw new ProblemException(Problem.of(
                    422, "The Idempotency-Key was sent before with other content: take a new key for new content."));
        }
        exchange.setVariable(PushVariables.BATCH_ID, id);
    }

    private static String name(String key, Path content) throws IOException {
        if (key == null) {
            return "content-" + id("", content);
        }
        return "key-" + HexFormat.of().formatHex(Sha256.of(key), 0, HASH_BYTES);
    }

    private static String id(String name, Path content) throws IOException {
        try (InputStream in = Files.newInputStream(content)) {
            return BatchId.of(SOURCE, name, in);
        }
    }
}
