package org.almbridge.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.almbridge.simulator.UserView;
import org.almbridge.support.Escalations;
import org.almbridge.support.Inbox;
import org.almbridge.support.Patience;
import org.almbridge.support.Simulator;

/** More people than calls are under way at a time, who arrive as one file. */
final class Crowd {

    static final int SIZE = 50;

    private final String name;
    private final Simulator alm;

    Crowd(String name, Simulator alm) {
        this.name = name;
        this.alm = alm;
    }

    void arrive(Inbox inbox) throws IOException {
        inbox.drop(name + ".csv", Inbox.people(emails().toArray(String[]::new)));
    }

    /** The first of them, for a script of their own. */
    String first() {
        return emails().get(0);
    }

    long created() {
        return count(user -> true);
    }

    long enrolled() {
        return count(user -> !user.enrolments().isEmpty());
    }

    private long count(Predicate<UserView> which) {
        return alm.users().stream()
                .filter(user -> user.email().startsWith(name + "-"))
                .filter(which)
                .count();
    }

    /** Waits for the last one and looks whether anybody was doubled or handed to people on the way. */
    void assertEnrolledOnce(Escalations escalations) throws IOException {
        Patience.awaiting("all of " + name + " enrolled").until(() -> enrolled() == SIZE);
        assertThat(created()).isEqualTo(SIZE);
        assertThat(alm.report().duplicateCreates()).isZero();
        assertThat(alm.report().repeatedEnrolments()).isZero();
        for (String email : emails()) {
            assertThat(escalations.about(email)).isEmpty();
        }
    }

    private List<String> emails() {
        return IntStream.range(0, SIZE)
                .mapToObj(i -> name + "-" + i + "@example.com")
                .toList();
    }
}
