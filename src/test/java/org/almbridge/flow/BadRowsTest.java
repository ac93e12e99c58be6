package org.almbridge.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.almbridge.support.AlmSimulatorResource;
import org.almbridge.support.Escalations;
import org.almbridge.support.FastRetryProfile;
import org.almbridge.support.Inbox;
import org.almbridge.support.Rejects;
import org.almbridge.support.Simulator;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(FastRetryProfile.class)
@WithTestResource(AlmSimulatorResource.class)
class BadRowsTest {

    Simulator alm;
    Inbox inbox;
    Escalations escalations;
    Rejects rejects;

    @Test
    void enrolsTheGoodOnesAndReportsTheOthersWithoutTheirData() throws IOException {
        inbox.drop("mixed.csv", """
                email,name,userType
                mixed-1@example.com,Ada Example,
                mixed-secret.example.com,Bob Secretname,
                mixed-2@example.com,,
                mixed-3@example.com,Cy Example,Secrettype
                mixed-4@example.com,Dee, Secretname,
                mixed-5@example.com,Eve Example,INTERNAL
                """);
        inbox.awaitDone("mixed.csv");
        alm.awaitEnrolled("mixed-1@example.com");
        alm.awaitEnrolled("mixed-5@example.com");

        assertThat(rejects.of("mixed.csv")).hasSize(1);
        List<String> lines = Files.readAllLines(rejects.of("mixed.csv").get(0));
        assertThat(lines).hasSize(5);
        assertThat(lines.get(0)).isEqualTo("source,input,row,reasons");
        assertThat(lines.get(1)).startsWith("drop,mixed.csv,3,").contains("email");
        assertThat(lines.get(2)).startsWith("drop,mixed.csv,4,").contains("name");
        assertThat(lines.get(3)).startsWith("drop,mixed.csv,5,").contains("userType");
        assertThat(lines.get(4)).startsWith("drop,mixed.csv,6,").contains("header");
        assertThat(String.join("\n", lines))
                .doesNotContainIgnoringCase("secret")
                .doesNotContain("mixed-");
        for (String email : List.of("mixed-2@example.com", "mixed-3@example.com", "mixed-4@example.com")) {
            assertThat(alm.calls(email)).isEmpty();
            assertThat(escalations.about(email)).isEmpty();
        }
    }

    @Test
    void reportsAFileReadAgainInTheSamePlace() throws IOException {
        String rows = "email,name\nnobody,Ada Example\n";
        inbox.drop("bad-again.csv", rows);
        inbox.awaitDone("bad-again.csv");
        inbox.drop("bad-again.csv", rows);
        inbox.awaitDone("bad-again.csv", 2);

        assertThat(rejects.of("bad-again.csv")).hasSize(1);
        assertThat(Files.readAllLines(rejects.of("bad-again.csv").get(0))).hasSize(2);
    }

    @Test
    void writesNoReportWhenEveryRowIsGood() throws IOException {
        inbox.drop("all-good.csv", Inbox.people("all-good@example.com"));
        inbox.awaitDone("all-good.csv");

        assertThat(rejects.of("all-good.csv")).isEmpty();
    }
}
