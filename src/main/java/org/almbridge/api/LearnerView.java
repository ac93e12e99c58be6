package org.almbridge.api;

import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import org.almbridge.ledger.TimelineLedger;
import org.almbridge.ledger.Whereabouts;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/** Answers where the person stands whom the address names, and why. */
@Singleton
@Named("showLearner")
class LearnerView implements Processor {

    /** Of the key in {@code /api/learners/<key>}. */
    private static final int KEY = 2;

    private static final String NOBODY = """
            The ledger knows nobody by this key. A person is known by userUniqueId or e-mail address once a row was good; \
            rejected rows are listed with their batch: GET /api/batches/<id>/rejected-rows.""";

    private final TimelineLedger ledger;
    private final LearnerDocument document;

    LearnerView(TimelineLedger ledger, LearnerDocument document) {
        this.ledger = ledger;
        this.document = document;
    }

    @Override
    public void process(Exchange exchange) throws ProblemException, SQLException {
        Query.of(exchange);
        Whereabouts whereabouts = ledger.find(PathSegment.at(exchange, KEY).strip())
                .orElseThrow(() -> new ProblemException(Problem.of(404, NOBODY)));
        Answer.json(exchange, 200, document.of(whereabouts));
    }
}
