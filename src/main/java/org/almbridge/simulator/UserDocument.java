package org.almbridge.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Shows a user as ALM does, quirks included: several sent attributes never come back, short lists come back as text. */
final class UserDocument {

    static final String ACCOUNT = "1010";

    private static final String AVATAR = "https://cpcontents.adobe.com/public/images/default_user_avatar.svg";

    private UserDocument() {}

    static ObjectNode of(SimulatedUser user) {
        ObjectNode data = JsonApi.reference(user.id(), "user");
        data.set("attributes", attributes(user));
        data.putObject("relationships")
                .<ObjectNode>set("account", JsonApi.relation(JsonApi.reference(ACCOUNT, "account")))
                .set(
                        "manager",
                        JsonApi.relation(JsonApi.reference(user.profile().managerId(), "user")));
        return data;
    }

    private static ObjectNode attributes(SimulatedUser user) {
        UserProfile profile = user.profile();
        ObjectNode attributes = Json.object()
                .put("avatarUrl", AVATAR)
                .put("email", profile.email())
                .put("name", profile.name())
                .put("pointsEarned", 0)
                .put("pointsRedeemed", 0)
                .put("preferredResolution", "AUTO")
                .put("profile", profile.profile())
                .put("state", user.state())
                .put("userType", "Internal")
                .put("userUniqueId", profile.userUniqueId());
        attributes.putArray("roles").add("Learner");
        if (profile.fields().isObject()) {
            ObjectNode fields = attributes.putObject("fields");
            profile.fields().properties().forEach(field -> fields.set(field.getKey(), flat(field.getValue())));
        }
        return attributes;
    }

    private static JsonNode flat(JsonNode value) {
        return value.isArray() && value.size() == 1 ? value.get(0) : value;
    }
}
