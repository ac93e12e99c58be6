package org.almbridge.alm;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.almbridge.call.AlmRequest;
import org.apache.camel.Exchange;

/** ALM's look-up of users by e-mail address. */
final class UsersByEmail {

    private static final String ACTIVE = "ACTIVE";

    private UsersByEmail() {}

    static void ask(Exchange exchange, String email) {
        AlmRequest.get(
                exchange,
                null,
                "page%5Boffset%5D=0&page%5Blimit%5D=10&sort=id&ids=" + AlmRequest.encode("email:" + email));
    }

    /** ALM compares addresses without regard to case; a user whose address it does not tell may be anybody. */
    static Optional<JsonNode> user(AlmAnswer answer, String email) {
        return StreamSupport.stream(answer.data().spliterator(), false)
                .filter(user -> !user.path("id").asText().isBlank())
                .filter(user -> email.equalsIgnoreCase(
                        user.path("attributes").path("email").asText()))
                .findFirst();
    }

    /** A user without a state is active. */
    static String state(JsonNode user) {
        return user.path("attributes").path("state").asText(ACTIVE);
    }

    static boolean isActive(JsonNode user) {
        return ACTIVE.equalsIgnoreCase(state(user));
    }
}
