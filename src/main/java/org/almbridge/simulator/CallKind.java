package org.almbridge.simulator;

import java.util.Arrays;
import java.util.List;

/** Names the calls that ALM understands by method and path: the routing table, and the words the report counts in. */
enum CallKind {
    CREATE_USER("createUser", "POST /primeapi/v2/users"),
    FIND_USER("findUser", "GET /primeapi/v2/users"),
    GET_USER("getUser", "GET /primeapi/v2/users/*"),
    ENROL_USER("enrolUser", "POST /primeapi/v2/users/*/enrollments"),
    FIND_ENROLMENT("findEnrolment", "GET /primeapi/v2/users/*/enrollments", "GET /primeapi/v2/users/*/enrollments/*"),
    READ_LEARNING_OBJECT(
            "readLearningObject",
            "GET /primeapi/v2/learningObjects",
            "GET /primeapi/v2/learningObjects/*",
            "GET /primeapi/v2/learningObjects/*/instances",
            "GET /primeapi/v2/learningObjects/*/instances/*"),
    REFRESH_TOKEN("refreshToken", "POST /oauth/token/refresh", "POST /oauth/token"),
    CHECK_TOKEN("checkToken", "GET /oauth/token/check"),
    OTHER("other");

    private static final String ANY = "*";

    private final String label;
    private final List<List<String>> patterns;

    CallKind(String label, String... patterns) {
        this.label = label;
        this.patterns =
                Arrays.stream(patterns).map(p -> List.of(p.split(" ?/"))).toList();
    }

    static CallKind of(String method, List<String> path) {
        return Arrays.stream(values())
                .filter(kind -> kind.patterns.stream().anyMatch(pattern -> matches(pattern, method, path)))
                .findFirst()
                .orElse(OTHER);
    }

    /** The name under which the report counts this kind. */
    String label() {
        return label;
    }

    boolean writes() {
        return this == CREATE_USER || this == ENROL_USER;
    }

    private static boolean matches(List<String> pattern, String method, List<String> path) {
        if (pattern.size() != path.size() + 1 || !pattern.get(0).equals(method)) {
            return false;
        }
        for (int i = 0; i < path.size(); i++) {
            String wanted = pattern.get(i + 1);
            if (!wanted.equals(ANY) && !wanted.equals(path.get(i))) {
                return false;
            }
        }
        return true;
    }
}
