package org.almbridge.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;

/** Takes from a create request what ALM keeps and later shows, with ALM's defaults for what was left out. */
record UserProfile(String email, String name, String profile, String userUniqueId, String managerId, JsonNode fields) {

    static final String FIRST_ADMIN = "3400468";
    static final String FIRST_ADMIN_EMAIL = "first.admin@example.com";

    /** The manager of everybody who is given no other. */
    static UserProfile ofFirstAdmin() {
        return new UserProfile(
                FIRST_ADMIN_EMAIL,
                "First Administrator",
                "Administrator",
                FIRST_ADMIN_EMAIL,
                FIRST_ADMIN,
                MissingNode.getInstance());
    }

    static UserProfile of(JsonNode document) {
        JsonNode attributes = document.path("data").path("attributes");
        JsonNode manager = document.at("/data/relationships/manager/data/id");
        String email = attributes.path("email").asText().trim();
        return new UserProfile(
                email,
                attributes.path("name").asText(),
                attributes.path("profile").asText("Employee"),
                attributes.path("userUniqueId").asText(email),
                manager.asText(FIRST_ADMIN),
                attributes.path("fields"));
    }
}
