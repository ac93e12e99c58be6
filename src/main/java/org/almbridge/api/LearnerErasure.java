package org.almbridge.api;

import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import org.almbridge.escalation.EscalationFiles;
import org.almbridge.ledger.Erasure;
import org.almbridge.ledger.ErasureLedger;
import org.almbridge.ledger.LedgerDatabase;
import org.almbridge.ledger.Pauses;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.jboss.logging.Logger;

/** Erases a person from what the bridge keeps, and says what it could not reach. */
@Singleton
@Named("eraseLearner")
class LearnerErasure implements Processor {

    private static final Logger LOG = Logger.getLogger(LearnerErasure.class);

    /** Of the key in {@code /api/learners/<key>/data}. */
    private static final int KEY = 2;

    /** A call to ALM with its retries is mostly over by then. */
    private static final int UNDER_WAY_SECONDS = 10;

    private final ErasureLedger ledger;
    private final LedgerDatabase database;
    private final Pauses pauses;
    private final EscalationFiles files;
    private final ErasureDocument document;

    LearnerErasure(
            ErasureLedger ledger,
            LedgerDatabase database,
            Pauses pauses,
            EscalationFiles files,
            ErasureDocument document) {
        this.ledger = ledger;
        this.database = database;
        this.pauses = pauses;
        this.files = files;
        this.document = document;
    }

    @Override
    public void process(Exchange exchange) throws ProblemException, SQLException {
        Query.of(exchange);
        String keyOrEmail = PathSegment.at(exchange, KEY).strip();
        String caller = Caller.name(exchange);
        if (database.isAway()) {
            throw new ProblemException(Problem.passing(
                    503,
                    "The ledger cannot be reached for now, and nothing is erased. Send the request again later.",
                    ProblemStep.RETRY_SECONDS));
        }
        Erasure erasure = ledger.erase(keyOrEmail);
        refuse(erasure);
        pauses.look(); // a reason may have been taken out
        // of nobody, too: a process that ended between the two left records behind
        EscalationFiles.Removal records = files.remove(erasure.key());
        if (erasure.result() == Erasure.Result.NOBODY
                && records.removed() == 0
                && records.failed().isEmpty()) {
            throw new ProblemException(Problem.of(404, "The bridge knows nobody by this key or e-mail address."));
        }
        boolean readable = ledger.leavesTraces();
        LOG.infof(
                "A person was erased at the request of %s: %s, %d records",
                caller, erasure.removed(), records.removed());
        Answer.json(exchange, 200, document.of(erasure, records, readable));
    }

    private static void refuse(Erasure erasure) throws ProblemException {
        switch (erasure.result()) {
            case UNDER_WAY ->
                throw new ProblemException(Problem.passing(
                        409,
                        "Something is under way for the person at the moment, and nothing is erased. Send the request again.",
                        UNDER_WAY_SECONDS));
            case SEVERAL ->
                throw new ProblemException(Problem.of(
                        409,
                        "This is the key of one person and the e-mail address of another, and nothing is erased. Name the one"
                                + " by the e-mail address, or the other by the key."));
            default -> {
                // erased, or unknown to the ledger
            }
        }
    }
}
