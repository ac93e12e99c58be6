package org.almbridge.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.util.List;
import org.almbridge.simulator.JournalEntry;
import org.almbridge.support.AlmSimulatorResource;
import org.almbridge.support.Escalations;
import org.almbridge.support.FastRetryProfile;
import org.almbridge.support.Inbox;
import org.almbridge.support.Simulator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@TestProfile(FastRetryProfile.class)
@WithTestResource(AlmSimulatorResource.class)
class RepeatedFileTest {

    Simulator alm;
    Inbox inbox;
    Escalations escalations;

    @ParameterizedTest
    @CsvSource({"again-same.csv, again-same.csv", "again-first.csv, again-second.csv"})
    void repeatsNothingWhenTheSameRowsComeAgain(String first, String second) throws IOException {
        String email = "of-" + first.replace(".csv", "@example.com");
        inbox.drop(first, Inbox.people(email));
        inbox.awaitDone(first);
        alm.awaitEnrolled(email);
        List<JournalEntry> calls = alm.calls(email);

        inbox.drop(second, Inbox.people(email));
        inbox.awaitDone(second, first.equals(second) ? 2 : 1);

        Fence.pass(inbox, alm, first.replace(".csv", ""));
        assertThat(alm.calls(email)).isEqualTo(calls);
        assertThat(escalations.about(email)).isEmpty();
    }

    @Test
    void takesTheSamePersonTwiceInAFileOnce() throws IOException {
        inbox.drop("twins.csv", Inbox.people("twin@example.com", "Twin@Example.com", " twin@example.com "));
        inbox.awaitDone("twins.csv");
        alm.awaitEnrolled("twin@example.com");

        Fence.pass(inbox, alm, "twins");
        assertThat(alm.creates("twin@example.com")).hasSize(1);
        assertThat(alm.instances("twin@example.com")).containsExactly(Simulator.INSTANCE);
    }

    @Test
    void addsWhatALaterFileAsksForInAddition() throws IOException {
        long repeated = alm.report().repeatedEnrolments();
        inbox.drop("more-1.csv", Inbox.people("more@example.com"));
        alm.awaitEnrolled("more@example.com");
        inbox.drop(
                "more-2.csv",
                "email,name,loId,loInstanceId\nmore@example.com,Ada Example," + Simulator.OTHER_LO + ","
                        + Simulator.OTHER_INSTANCE + "\n");
        alm.awaitEnrolled("more@example.com", Simulator.OTHER_INSTANCE);

        assertThat(alm.creates("more@example.com")).hasSize(1);
        assertThat(alm.report().repeatedEnrolments()).isEqualTo(repeated);
    }

    @Test
    void takesNewContentUnderAnOldNameForANewBatchAndKeepsBothFiles() throws IOException {
        inbox.drop("daily.csv", Inbox.people("daily-1@example.com"));
        inbox.awaitDone("daily.csv");
        inbox.drop("daily.csv", Inbox.people("daily-2@example.com"));
        inbox.awaitDone("daily.csv", 2);

        alm.awaitEnrolled("daily-1@example.com");
        alm.awaitEnrolled("daily-2@example.com");
        assertThat(inbox.shelvedContents(".done", "daily.csv"))
                .containsExactlyInAnyOrder(Inbox.people("daily-1@example.com"), Inbox.people("daily-2@example.com"));
    }
}
