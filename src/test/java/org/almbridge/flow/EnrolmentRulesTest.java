package org.almbridge.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import org.almbridge.support.ApiProfile;
import org.almbridge.support.FileSourcesResource;
import org.almbridge.support.Inbox;
import org.almbridge.support.Simulator;
import org.junit.jupiter.api.Test;

/** Who is enrolled in what, and when, follows from the row. */
@QuarkusTest
@TestProfile(ApiProfile.class)
@WithTestResource(FileSourcesResource.class)
class EnrolmentRulesTest {

    Simulator alm;
    Inbox inbox;

    @Test
    void enrolsThoseForWhomItHoldsAndOnlyThem() throws IOException {
        inbox.drop("rules.csv", """
                email,name,profile,fields.Level
                rule-engineer@example.com,Ada Example,Engineer,5
                rule-junior@example.com,Bo Example,Engineer,1
                rule-nurse@example.com,Cy Example,Nurse,5
                rule-nothing@example.com,Di Example,,
                """);
        alm.awaitEnrolled("rule-engineer@example.com", Simulator.OTHER_INSTANCE);
        for (String name : new String[] {"engineer", "junior", "nurse", "nothing"}) {
            alm.awaitEnrolled("rule-" + name + "@example.com", Simulator.INSTANCE);
        }
        Fence.pass(inbox, alm, "rules");

        assertThat(alm.instances("rule-engineer@example.com"))
                .containsExactlyInAnyOrder(Simulator.INSTANCE, Simulator.OTHER_INSTANCE);
        assertThat(alm.instances("rule-junior@example.com")).containsExactly(Simulator.INSTANCE);
        assertThat(alm.instances("rule-nurse@example.com")).containsExactly(Simulator.INSTANCE);
        assertThat(alm.instances("rule-nothing@example.com")).containsExactly(Simulator.INSTANCE);
    }

    @Test
    void createsAtOnceAndEnrolsOnTheFirstDay() throws IOException {
        inbox.drop("first-day.csv", """
                email,name,startDate
                starts-later@example.com,Ada Example,2999-01-01
                started@example.com,Bo Example,2020-01-01
                """);
        alm.awaitEnrolled("started@example.com", Simulator.INSTANCE);
        Fence.pass(inbox, alm, "first-day");

        assertThat(alm.creates("starts-later@example.com")).hasSize(1);
        assertThat(alm.instances("starts-later@example.com")).isEmpty();
    }
}
