package org.almbridge.plan;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.almbridge.learner.LearnerInFlight;
import org.almbridge.ledger.Rehearsal;
import org.almbridge.ledger.Standing;

/** What a plan has the bridge do in ALM, added up person by person. */
final class Work {

    /** A person whom somebody has to look at, by the row. */
    record Escalated(int row, List<String> reasons) {}

    static final int MOST_SHOWN = 100;

    private final Rehearsal rehearsal;
    private final List<Escalated> firstEscalated = new ArrayList<>();
    private long escalated;
    private long created;
    private long linked;
    private long unknown;
    private long enrolments;
    private long thereBefore;
    private long escalatedEnrolments;
    private long newlyEnrolled;
    private long posts;
    private long gets;

    Work(Rehearsal rehearsal) {
        this.rehearsal = rehearsal;
    }

    /** Has the rehearsal go on as if it had happened. */
    void add(LearnerInFlight learner, Fate fate) throws SQLException {
        posts += fate.posts();
        gets += fate.gets();
        List<String> reasons = new ArrayList<>();
        if (!fate.isUser()) {
            escalateUser(learner, fate.why(), reasons);
        } else if (fate.user() != Fate.User.KNOWN && belongsToAnother(learner, fate)) {
            escalateUser(learner, "ALM's user is another learner of the ledger already", reasons);
        } else {
            countUser(learner, fate);
            for (Fate.Step step : fate.enrolments()) {
                add(learner, step, reasons);
            }
        }
        if (!reasons.isEmpty()) {
            tell(learner, reasons);
        }
    }

    private void escalateUser(LearnerInFlight learner, String why, List<String> reasons) throws SQLException {
        escalatedEnrolments += rehearsal.escalated(learner, null);
        reasons.add(why);
    }

    private boolean belongsToAnother(LearnerInFlight learner, Fate fate) throws SQLException {
        return rehearsal.userKnown(learner, fate.almUserId(), fate.user() == Fate.User.LINKED)
                == Standing.BELONGS_TO_ANOTHER;
    }

    private void countUser(LearnerInFlight learner, Fate fate) {
        if (!rehearsal.brings(learner.learner())) {
            return;
        }
        switch (fate.user()) {
            case CREATED -> created++;
            case LINKED -> linked++;
            case UNKNOWN -> unknown++;
            default -> {
                // was a user before
            }
        }
        if (fate.user() == Fate.User.CREATED && !fate.enrolments().isEmpty()) {
            newlyEnrolled++;
        }
    }

    private void add(LearnerInFlight learner, Fate.Step step, List<String> reasons) throws SQLException {
        gets += step.gets();
        switch (step.made()) {
            case NEW -> {
                enrolments++;
                posts++;
                rehearsal.enrolled(learner, step.enrolment());
            }
            case THERE_BEFORE -> {
                thereBefore++;
                rehearsal.enrolled(learner, step.enrolment());
            }
            case ESCALATED -> {
                escalatedEnrolments += rehearsal.escalated(learner, step.enrolment());
                reasons.add(step.why());
            }
        }
    }

    private void tell(LearnerInFlight learner, List<String> reasons) throws SQLException {
        escalated++;
        if (firstEscalated.size() < MOST_SHOWN) {
            firstEscalated.add(new Escalated(rehearsal.row(learner.learner()), List.copyOf(reasons)));
        }
    }

    List<Escalated> firstEscalated() {
        return firstEscalated;
    }

    long escalated() {
        return escalated;
    }

    long created() {
        return created;
    }

    long linked() {
        return linked;
    }

    /** Users of whom it is not known whether they are created or linked. */
    long unknown() {
        return unknown;
    }

    long enrolments() {
        return enrolments;
    }

    /** Enrolments that somebody else has made. */
    long thereBefore() {
        return thereBefore;
    }

    long escalatedEnrolments() {
        return escalatedEnrolments;
    }

    /** New users whose first enrolment has to wait for ALM's index. */
    long newlyEnrolled() {
        return newlyEnrolled;
    }

    long posts() {
        return posts;
    }

    long gets() {
        return gets;
    }
}
