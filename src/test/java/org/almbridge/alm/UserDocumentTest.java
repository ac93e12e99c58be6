package org.almbridge.alm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UserDocumentTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void writesEveryAttributeAndRelationshipThatAlmTakes() throws JsonProcessingException {
        Map<String, String> row = new LinkedHashMap<>();
        row.put("email", "Bob@example.com");
        row.put("name", "Bob");
        row.put("userType", "INTERNAL");
        row.put("userUniqueId", "E-56789");
        row.put("profile", "Nurse");
        row.put("contentLocale", "de-DE");
        row.put("bio", "says \"hi\" – 你好");
        row.put("enrollOnClick", "true");
        row.put("gamificationEnabled", "false");
        row.put("metadata.Source", "HR");
        row.put("metadata.Level", "3");
        row.put("fields.Site", "North");
        row.put("fields.Cost.Centre", "12.7");
        row.put("managerEmail", "boss@example.com");

        assertDocument(row, "3400468", "1010", """
                {"data":{"type":"user","attributes":{"email":"Bob@example.com","name":"Bob","userType":"INTERNAL",\
                "userUniqueId":"E-56789","profile":"Nurse","contentLocale":"de-DE","bio":"says \\"hi\\" – 你好",\
                "enrollOnClick":true,"gamificationEnabled":false,"metadata":{"Source":"HR","Level":"3"},\
                "fields":{"Site":"North","Cost.Centre":"12.7"}},\
                "relationships":{"account":{"data":{"id":"1010","type":"account"}},\
                "manager":{"data":{"id":"3400468","type":"user"}}}}}""");
    }

    @Test
    void sendsSeveralValuesOfAnActiveFieldAsAList() throws JsonProcessingException {
        assertDocument(Map.of("fields.Skills", "[\"CPR\",\"First aid\"]", "bio", "[\"x\"]"), null, null, """
                {"data":{"type":"user","attributes":{"bio":"[\\"x\\"]","fields":{"Skills":["CPR","First aid"]}}}}""");
    }

    @Test
    void leavesToAlmWhatTheRowDoesNotSay() throws JsonProcessingException {
        assertDocument(Map.of("email", "bob@example.com"), null, null, """
                {"data":{"type":"user","attributes":{"email":"bob@example.com"}}}""");
    }

    @Test
    void keepsToTheUserWhatIsAboutEnrolments() throws JsonProcessingException {
        assertDocument(
                Map.of("loId", "course:1", "loInstanceId", "course:1_10", "unknown.Column", "x"), null, null, """
                        {"data":{"type":"user","attributes":{}}}""");
    }

    private static void assertDocument(Map<String, String> row, String managerId, String accountId, String json)
            throws JsonProcessingException {
        JsonNode document = JSON.valueToTree(UserDocument.of(row, managerId, accountId));
        assertThat(document).isEqualTo(JSON.readTree(json));
    }
}
