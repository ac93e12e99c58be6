package org.almbridge.alm;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.almbridge.learner.SeveralValues;

/** The JSON:API document of a new user; members that the row does not have are left to ALM's defaults. */
final class UserDocument {

    private static final Set<String> TEXTS =
            Set.of("email", "name", "userType", "profile", "userUniqueId", "contentLocale", "bio");
    private static final Set<String> FLAGS = Set.of("enrollOnClick", "gamificationEnabled");
    private static final Set<String> FAMILIES = Set.of("metadata", "fields");

    private UserDocument() {}

    /**
     * @param managerId sent as a relationship, {@code null} for none
     * @param accountId the same
     */
    static Map<String, Object> of(Map<String, String> row, String managerId, String accountId) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("type", "user");
        data.put("attributes", attributes(row));
        Map<String, Object> relationships = relationships(managerId, accountId);
        if (!relationships.isEmpty()) {
            data.put("relationships", relationships);
        }
        return Map.of("data", data);
    }

    private static Map<String, Object> attributes(Map<String, String> row) {
        Map<String, Object> attributes = new LinkedHashMap<>();
        row.forEach((column, value) -> {
            int dot = column.indexOf('.');
            if (TEXTS.contains(column)) {
                attributes.put(column, value);
            } else if (FLAGS.contains(column)) {
                attributes.put(column, Boolean.valueOf(value));
            } else if (dot > 0 && FAMILIES.contains(column.substring(0, dot))) {
                member(attributes, column.substring(0, dot)).put(column.substring(dot + 1), value(column, value));
            }
        });
        return attributes;
    }

    /** A list for an active field of several values. */
    private static Object value(String column, String value) {
        return column.startsWith("fields.")
                ? SeveralValues.of(value).<Object>map(values -> values).orElse(value)
                : value;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> member(Map<String, Object> attributes, String family) {
        return (Map<String, Object>) attributes.computeIfAbsent(family, key -> new LinkedHashMap<String, Object>());
    }

    private static Map<String, Object> relationships(String managerId, String accountId) {
        Map<String, Object> relationships = new LinkedHashMap<>();
        if (accountId != null) {
            relationships.put("account", reference("account", accountId));
        }
        if (managerId != null) {
            relationships.put("manager", reference("user", managerId));
        }
        return relationships;
    }

    private static Map<String, Object> reference(String type, String id) {
        return Map.of("data", Map.of("type", type, "id", id));
    }
}
