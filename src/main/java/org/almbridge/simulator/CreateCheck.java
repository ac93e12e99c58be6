package org.almbridge.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds what ALM would find wrong with a create request, field by field and in its words. */
final class CreateCheck {

    private static final Map<String, String> TYPE_OF_RELATION = Map.of("account", "account", "manager", "user");

    private final Errors errors;

    CreateCheck(Errors errors) {
        this.errors = errors;
    }

    Optional<Answer> refusal(JsonNode document) {
        JsonNode data = document.path("data");
        if (!data.isObject()) {
            return Optional.of(errors.missingBody());
        }
        return missingParam(data)
                .or(() -> wrongType(data))
                .or(() -> wrongUserType(data))
                .or(() -> wrongRelation(data));
    }

    private Optional<Answer> missingParam(JsonNode data) {
        return Stream.of("email", "name", "userType")
                .filter(name -> attribute(data, name).isBlank())
                .findFirst()
                .map(errors::missingParam);
    }

    private Optional<Answer> wrongType(JsonNode data) {
        String type = data.path("type").asText();
        return type.equals("user")
                ? Optional.empty()
                : Optional.of(errors.fieldTypeIncorrect("incorrect type - " + type));
    }

    private Optional<Answer> wrongUserType(JsonNode data) {
        String userType = attribute(data, "userType");
        return userType.equalsIgnoreCase("INTERNAL")
                ? Optional.empty()
                : Optional.of(errors.fieldTypeIncorrect("incorrect userType - " + userType));
    }

    private Optional<Answer> wrongRelation(JsonNode data) {
        return data.path("relationships").properties().stream()
                .map(relation -> Map.entry(
                        relation.getKey(),
                        relation.getValue().path("data").path("type").asText()))
                .filter(relation -> !relation.getValue()
                        .equals(TYPE_OF_RELATION.getOrDefault(relation.getKey(), relation.getValue())))
                .findFirst()
                .map(relation -> errors.fieldTypeIncorrect("incorrect relation type - " + relation.getValue()));
    }

    private static String attribute(JsonNode data, String name) {
        return data.path("attributes").path(name).asText();
    }
}
