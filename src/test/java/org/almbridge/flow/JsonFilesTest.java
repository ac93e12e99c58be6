package org.almbridge.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.almbridge.support.ApiProfile;
import org.almbridge.support.FileSourcesResource;
import org.almbridge.support.Inbox;
import org.almbridge.support.Rejects;
import org.almbridge.support.Simulator;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(ApiProfile.class)
@WithTestResource(FileSourcesResource.class)
class JsonFilesTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    Simulator alm;
    Inbox inbox;
    Rejects rejects;

    @Test
    void enrolsTheGoodElementsOfAnArrayAndReportsTheOthersWithoutTheirData() throws IOException {
        inbox.drop("people.json", """
                [
                  {"email": "json-1@example.com", "name": "Zo\u00eb Example", "fields": {"Cost Centre": 4711},
                   "enrollOnClick": true, "managerId": 3400468, "bio": null, "shoeSize": [38]},
                  {"email": "json-secret.example.com", "name": "Bob Secretname"},
                  {"email": "json-2@example.com", "name": {"first": "Secretname"}},
                  "json-secret@example.com",
                  {"email": "json-3@example.com", "name": "Cy Example"}
                ]
                """);
        inbox.awaitDone("people.json");
        alm.awaitEnrolled("json-1@example.com");
        alm.awaitEnrolled("json-3@example.com");

        JsonNode attributes =
                JSON.readTree(alm.creates("json-1@example.com").get(0).body()).at("/data/attributes");
        assertThat(attributes).isEqualTo(JSON.readTree("""
                {"email": "json-1@example.com", "name": "Zo\u00eb Example", "userType": "INTERNAL",
                 "fields": {"Cost Centre": "4711"}, "enrollOnClick": true}"""));
        assertRejected(
                "people.json",
                "array,people.json,2,\"email ",
                "array,people.json,3,\"name is a list or an object",
                "array,people.json,4,\"the element is no JSON object");
        assertThat(alm.calls("json-2@example.com")).isEmpty();
    }

    @Test
    void enrolsFromAnEnvelope() throws IOException {
        inbox.drop("envelope.json", """
                {"links": {"self": "https://hr.example.com/people"},
                 "data": [{"type": "user", "attributes": {"email": "envelope-1@example.com", "name": "Ada Example"}}],
                 "meta": {"count": 1}}
                """);
        inbox.awaitDone("envelope.json");

        alm.awaitEnrolled("envelope-1@example.com");
        assertThat(rejects.of("envelope.json")).isEmpty();
    }

    @Test
    void enrolsTheGoodLinesAndReportsTheOthersByTheirLine() throws IOException {
        inbox.drop("people.ndjson", """
                {"email": "ndjson-1@example.com", "name": "Ada Example"}

                {"email": "ndjson-secret@example.com", "name": "Bob Secretname"
                ndjson-secret@example.com,Secretname
                {"email": "ndjson-2@example.com"}
                {"Employee's Email": "ndjson-3@example.com", "Employee's Name": "Cy Example"}
                """);
        inbox.awaitDone("people.ndjson");
        alm.awaitEnrolled("ndjson-1@example.com");
        alm.awaitEnrolled("ndjson-3@example.com");

        assertRejected(
                "people.ndjson",
                "lines,people.ndjson,3,\"the line (column 64) ends too early",
                "lines,people.ndjson,4,\"the line (column ",
                "lines,people.ndjson,5,\"name is missing");
        assertThat(alm.calls("ndjson-2@example.com")).isEmpty();
    }

    @Test
    void keepsTheRowsBeforeAFaultAndDoublesNobodyAfterTheCorrection() throws IOException {
        String before = "[{\"email\": \"torn-1@example.com\", \"name\": \"Ada Example\"},\n{\"email\": ";
        inbox.drop("torn.json", before);

        assertThat(inbox.awaitFailed("torn.json"))
                .contains("torn.json cannot be read: row 2 (line 2, column 11) ends too early", "1 are accepted");
        alm.awaitEnrolled("torn-1@example.com");

        inbox.drop("torn.json", before + "\"torn-2@example.com\", \"name\": \"Bob Example\"}]");
        inbox.awaitDone("torn.json");
        alm.awaitEnrolled("torn-2@example.com");
        assertThat(alm.creates("torn-1@example.com")).hasSize(1);
        assertThat(alm.instances("torn-1@example.com")).containsExactly(Simulator.INSTANCE);
    }

    @Test
    void saysOfOneObjectAndOfAnEmptyFileWhatToSend() throws IOException {
        inbox.drop("one.json", "{\"email\": \"one@example.com\", \"name\": \"Ada Example\"}");
        inbox.drop("empty.ndjson", "");

        assertThat(inbox.awaitFailed("one.json")).contains("without a member data", "format to ndjson");
        assertThat(inbox.awaitFailed("empty.ndjson")).contains("is empty", "one JSON object on each line");
        assertThat(alm.calls("one@example.com")).isEmpty();
    }

    @Test
    void stillReadsCsvBesideThem() throws IOException {
        inbox.drop("beside.csv", Inbox.people("beside@example.com"));
        inbox.awaitDone("beside.csv");

        alm.awaitEnrolled("beside@example.com");
    }

    private void assertRejected(String input, String... starts) throws IOException {
        assertThat(rejects.of(input)).hasSize(1);
        List<String> lines = Files.readAllLines(rejects.of(input).get(0));
        assertThat(lines).hasSize(starts.length + 1);
        assertThat(lines.get(0)).isEqualTo("source,input,row,reasons");
        for (int i = 0; i < starts.length; i++) {
            assertThat(lines.get(i + 1)).startsWith(starts[i]);
        }
        assertThat(String.join("\n", lines)).doesNotContainIgnoringCase("secret");
    }
}
