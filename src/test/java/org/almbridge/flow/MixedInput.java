package org.almbridge.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.almbridge.support.Simulator;

/** An input with people of every kind in any order, and what had to happen before so that they are of that kind. */
final class MixedInput {

    private static final String HEADER = "email,name,loId,loInstanceId,startDate,managerEmail\n";

    private enum Kind {
        NEW,
        IN_ALM,
        ENROLLED_IN_ALM,
        DELETED_IN_ALM,
        IN_LEDGER,
        IN_LEDGER_WITH_MORE,
        ESCALATED_FOR_COURSE,
        ESCALATED_FOR_USER,
        BAD,
        REPEATED,
        CONTRADICTED,
        OWN_COURSE,
        WRONG_COURSE,
        LATER,
        REPORT,
        REPORT_OF_DELETED,
        REPORT_OF_NOBODY
    }

    private final Simulator alm;
    private final String prefix;
    private final List<String> before = new ArrayList<>();
    private final List<String> rows = new ArrayList<>();
    private final List<Runnable> afterwards = new ArrayList<>();
    private final List<String> linked = new ArrayList<>();
    private final List<String> enrolledBefore = new ArrayList<>();
    private final List<String> escalatedBefore = new ArrayList<>();

    MixedInput(Simulator alm, long seed) {
        this.alm = alm;
        this.prefix = "mixed-" + seed + "-";
        Random random = new Random(seed);
        for (Kind kind : Kind.values()) {
            add(kind);
        }
        for (int i = 0; i < 20; i++) {
            add(Kind.values()[random.nextInt(Kind.values().length)]);
        }
    }

    private void add(Kind kind) {
        String email = prefix + rows.size() + "@example.com";
        String deletedUser = prefix + "deleted-" + rows.size() + "@example.com";
        switch (kind) {
            case NEW -> row(email);
            case IN_ALM -> {
                alm.created(email);
                linked.add(email);
                row(email);
            }
            case ENROLLED_IN_ALM -> {
                alm.enrolled(alm.created(email));
                linked.add(email);
                row(email);
            }
            case DELETED_IN_ALM -> {
                deleted(email);
                row(email);
            }
            case IN_LEDGER -> {
                earlier(email);
                row(email);
            }
            case IN_LEDGER_WITH_MORE -> {
                earlier(email);
                row(email, Simulator.OTHER_LO, Simulator.OTHER_INSTANCE, "", "");
            }
            case ESCALATED_FOR_COURSE -> {
                before.add(line(email, "course:997", "course:997_1", "", ""));
                escalatedBefore.add(email);
                row(email, Simulator.OTHER_LO, Simulator.OTHER_INSTANCE, "", "");
            }
            case ESCALATED_FOR_USER -> {
                deleted(email);
                before.add(line(email, "", "", "", ""));
                escalatedBefore.add(email);
                afterwards.add(() -> alm.state(email, "ACTIVE"));
                linked.add(email);
                row(email);
            }
            case BAD -> row("not-an-address-" + email.replace("@", "-at-"));
            case REPEATED -> {
                row(email);
                row(email);
            }
            case CONTRADICTED -> {
                row(email);
                rows.add(line(email, "", "", "", "").replace("Ada", "Eve"));
            }
            case OWN_COURSE -> row(email, Simulator.OTHER_LO, Simulator.OTHER_INSTANCE, "", "");
            case WRONG_COURSE -> row(email, "course:996", "course:996_1", "", "");
            case LATER -> row(email, "", "", "2999-01-01", "");
            case REPORT -> {
                String manager = prefix + "boss-" + rows.size() + "@example.com";
                row(email, "", "", "", manager);
                row(manager);
            }
            case REPORT_OF_DELETED -> {
                deleted(deletedUser);
                row(email, "", "", "", deletedUser);
                row(deletedUser);
            }
            case REPORT_OF_NOBODY -> row(email, "", "", "", "nobody-" + email);
        }
    }

    private void deleted(String email) {
        alm.created(email);
        alm.state(email, "DELETED");
    }

    private void earlier(String email) {
        before.add(line(email, "", "", "", ""));
        enrolledBefore.add(email);
    }

    private void row(String email) {
        row(email, "", "", "", "");
    }

    private void row(String email, String loId, String loInstanceId, String startDate, String manager) {
        rows.add(line(email, loId, loInstanceId, startDate, manager));
    }

    private static String line(String email, String loId, String loInstanceId, String startDate, String manager) {
        return String.join(",", email, "Ada Example", loId, loInstanceId, startDate, manager) + "\n";
    }

    String earlierCsv() {
        return HEADER + String.join("", before);
    }

    String csv() {
        return HEADER + String.join("", rows);
    }

    /** To be waited for when the earlier input is taken in. */
    List<String> enrolledBefore() {
        return enrolledBefore;
    }

    List<String> escalatedBefore() {
        return escalatedBefore;
    }

    /** People have acted on what was escalated. */
    void putRight() {
        afterwards.forEach(Runnable::run);
    }

    /** Who is a user of ALM whom the bridge is to take. */
    int linked() {
        return linked.size();
    }
}
