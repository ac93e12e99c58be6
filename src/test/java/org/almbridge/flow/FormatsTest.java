package org.almbridge.flow;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.almbridge.intake.Workbook;
import org.almbridge.support.ApiProfile;
import org.almbridge.support.FileSourcesResource;
import org.almbridge.support.Inbox;
import org.almbridge.support.Rejects;
import org.almbridge.support.Simulator;
import org.junit.jupiter.api.Test;

/** Files as HR systems of several countries write them. */
@QuarkusTest
@TestProfile(ApiProfile.class)
@WithTestResource(FileSourcesResource.class)
class FormatsTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    Simulator alm;
    Inbox inbox;
    Rejects rejects;

    @Test
    void readsUtf16ByItsMark() throws IOException {
        inbox.drop("utf16.csv", "\uFEFFemail,name\r\nutf16@example.com,Zo\u00eb \u0141ukasz\r\n".getBytes(UTF_16LE));
        inbox.awaitDone("utf16.csv");

        alm.awaitEnrolled("utf16@example.com");
        assertThat(attributes("utf16@example.com").get("name").asText()).isEqualTo("Zo\u00eb \u0141ukasz");
    }

    @Test
    void readsAnotherEncodingAndDelimiterByAMapping() throws IOException {
        String csv = "Anzeigename;Dienstliche E-Mail;fields.Skills;Standort;content locale\n"
                + "\"Ren\u00e9; \u20ac\";latin-1@example.com;CPR / First aid;K\u00f6ln;\n"
                + "Bo;latin-secret.example.com;;;\n";
        inbox.drop("people.txt", csv.getBytes(Charset.forName("windows-1252")));
        inbox.awaitDone("people.txt");

        alm.awaitEnrolled("latin-1@example.com");
        assertThat(attributes("latin-1@example.com")).isEqualTo(JSON.readTree("""
                {"name": "Ren\u00e9; \u20ac", "email": "latin-1@example.com", "userType": "INTERNAL",
                 "contentLocale": "de_DE",
                 "fields": {"Skills": ["CPR", "First aid"], "Standort": "K\u00f6ln", "Origin": "HR"}}"""));
        assertThat(rejects.of("people.txt")).hasSize(1);
        assertThat(Files.readString(rejects.of("people.txt").get(0)))
                .contains("latin,people.txt,3,\"email ")
                .doesNotContain("secret");
    }

    @Test
    void asksForTheColumnThatAMappingNames() throws IOException {
        inbox.drop("unmapped.txt", Inbox.people("unmapped@example.com").replace(',', ';'));

        assertThat(inbox.awaitFailed("unmapped.txt")).contains("has no column", "correct bridge.mappings.hr.");
        assertThat(alm.calls("unmapped@example.com")).isEmpty();
    }

    @Test
    void readsTheSheetOfAWorkbookThatIsSet() throws IOException {
        inbox.drop(
                "people.xlsx",
                new Workbook()
                        .sheet("Notes", Workbook.row(1, "nothing here"))
                        .sheet(
                                "New hires",
                                Workbook.row(1, "Email", "Name", "Profile")
                                        + "<row r=\"2\"><c r=\"A2\" t=\"str\"><v>xlsx-1@example.com</v></c>"
                                        + "<c r=\"B2\" t=\"str\"><v>Zo\u00eb</v></c><c r=\"C2\"><v>1.2345E4</v></c></row>"
                                        + "<row r=\"3\"><c r=\"A3\" t=\"e\"><v>#N/A</v></c></row>")
                        .bytes());
        inbox.awaitDone("people.xlsx");

        alm.awaitEnrolled("xlsx-1@example.com");
        assertThat(attributes("xlsx-1@example.com").get("profile").asText()).isEqualTo("12345");
        assertThat(Files.readString(rejects.of("people.xlsx").get(0)))
                .contains("excel,people.xlsx,3,\"email has the error #N/A");
    }

    @Test
    void saysOfAFileThatIsNoWorkbookWhatToSend() throws IOException {
        inbox.drop("renamed.xlsx", Inbox.people("renamed@example.com"));
        inbox.drop("empty.xlsx", "");

        assertThat(inbox.awaitFailed("renamed.xlsx")).contains("no Excel workbook", "save it as an Excel workbook");
        assertThat(inbox.awaitFailed("empty.xlsx")).contains("is empty");
    }

    @Test
    void unpacksAGzippedFile() throws IOException {
        inbox.drop("packed.csv.gz", gzip(Inbox.people("gz-1@example.com", "gz-2@example.com")));
        inbox.awaitDone("packed.csv.gz");

        alm.awaitEnrolled("gz-1@example.com");
        alm.awaitEnrolled("gz-2@example.com");
    }

    @Test
    void keepsTheRowsBeforeTheEndOfAFileThatIsCutOff() throws IOException {
        byte[] whole = gzip(Inbox.people("cut-1@example.com", "cut-2@example.com"));
        inbox.drop("cut.csv.gz", Arrays.copyOf(whole, whole.length - 8));

        assertThat(inbox.awaitFailed("cut.csv.gz")).contains("gzipped, and damaged or cut off", "1 are accepted");
        alm.awaitEnrolled("cut-1@example.com");
    }

    @Test
    void leavesAFolderThatIsNamedLikeAFileAlone() throws IOException {
        inbox.drop("folder.csv/inner.csv", Inbox.people("inner@example.com"));
        inbox.drop("after-folder.csv", Inbox.people("after-folder@example.com"));
        inbox.awaitDone("after-folder.csv");

        alm.awaitEnrolled("after-folder@example.com");
        assertThat(inbox.holds("folder.csv")).isTrue();
        assertThat(alm.calls("inner@example.com")).isEmpty();
    }

    private JsonNode attributes(String email) throws IOException {
        return JSON.readTree(alm.creates(email).get(0).body()).at("/data/attributes");
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(text.getBytes(UTF_8));
        }
        return packed.toByteArray();
    }
}
