package org.almbridge.simulator;

import java.util.Arrays;
import java.util.List;

/** Names the calls that ALM understands by method and path: the routing table, and the words the report counts in. */
enum CallKind {
    CREATE_USER("createUser", "POST /users"),
    FIND_USER("findUser", "GET /users"),
    GET_USER("getUser", "GET /users/*"),
    ENROL_USER("enrolUser", "POST /users/*/enrollments"),
    FIND_ENROLMENT("findEnrolment", "GET /users/*/enrollments", "GET /users/*/enrollments/*"),
    READ_LEARNING_OBJECT(
            "readLearningObject",
            "GET /learningObjects/*",
            "GET /learningObjects/*/instances",
            "GET /learningObjects/*/instances/*"),
    OTHER("other");

    private static final List<String> ROOT = List.of("primeapi", "v2");
    private static final String ANY = "*";

    private final String label;
    private final List<List<String>> patterns;

    CallKind(String label, String... patterns) {
        this.label = label;
        this.patterns =
                Arrays.stream(patterns).map(p -> List.of(p.split(" ?/"))).toList();
    }

    static CallKind of(String method, List<String> path) {
        if (path.size() > ROOT.size() && path.subList(0, ROOT.size()).equals(ROOT)) {
            List<String> rest = path.subList(ROOT.size(), path.size());
            for (CallKind kind : values()) {
                if (kind.patterns.stream().anyMatch(pattern -> matches(pattern, method, rest))) {
                    return kind;
                }
            }
        }
        return OTHER;
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
