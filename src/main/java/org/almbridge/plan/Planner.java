package org.almbridge.plan;

import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import org.almbridge.intake.BatchVariables;
import org.almbridge.intake.OpenBatch;
import org.almbridge.learner.LearnerInFlight;
import org.almbridge.ledger.Rehearsal;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/**
 * Plays through what the bridge would do for an input whose rows have been rehearsed. ALM is asked about some people at a
 * time, on the threads that call it; the step waits for them, and so does whoever asked for the plan.
 */
@Singleton
@Named("planBatch")
class Planner implements Processor {

    /** People whom ALM is asked about at a time. */
    private static final int AT_A_TIME = 64;

    private final AlmOutlook alm;
    private final PlanPace pace;
    private final Clock clock;
    private final Semaphore underWay = new Semaphore(1);

    Planner(AlmOutlook alm, PlanPace pace, Clock clock) {
        this.alm = alm;
        this.pace = pace;
        this.clock = clock;
    }

    @Override
    public void process(Exchange exchange) throws Exception {
        if (!underWay.tryAcquire()) {
            throw new PlanUnderWayException();
        }
        try {
            PlanVariables.plan(exchange, plan(exchange));
        } finally {
            underWay.release();
        }
    }

    private Plan plan(Exchange exchange) throws SQLException, TooManyPeopleException, AlmSilentException {
        OpenBatch batch = BatchVariables.batch(exchange);
        Rehearsal rehearsal = batch.rehearsal();
        rehearsal.read(batch.rowsRead());
        boolean looksUp = PlanVariables.looksUp(exchange);
        long most = PlanVariables.mostPeople(exchange);
        if (looksUp && rehearsal.due() > most) {
            throw new TooManyPeopleException(rehearsal.due(), most);
        }
        Work work = play(
                rehearsal,
                new FateTeller(looksUp ? alm : new LedgerOutlook(), clock.millis()),
                PlanVariables.progress(exchange));
        return new Plan(
                batch.rowsRead(),
                batch.ignoredColumns(),
                batch.failure(),
                batch.held(),
                rehearsal.counts(Work.MOST_SHOWN),
                work,
                pace.limit().orElse(null),
                pace.seconds(work.posts(), work.gets()),
                pace.lagPosts(work.newlyEnrolled()));
    }

    private static Work play(Rehearsal rehearsal, FateTeller teller, Progress progress)
            throws SQLException, AlmSilentException {
        Work work = new Work(rehearsal);
        while (rehearsal.isAnybodyDue()) {
            List<LearnerInFlight> learners = rehearsal.claim(AT_A_TIME);
            List<CompletableFuture<Fate>> fates = new ArrayList<>();
            learners.forEach(learner -> fates.add(teller.of(learner).whenComplete((fate, failure) -> progress.one())));
            for (int i = 0; i < learners.size(); i++) {
                work.add(learners.get(i), told(fates.get(i)));
            }
        }
        return work;
    }

    private static Fate told(CompletableFuture<Fate> fate) throws AlmSilentException {
        try {
            return fate.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RejectedExecutionException stop) {
                throw stop;
            }
            throw new AlmSilentException(e.getCause());
        }
    }
}
