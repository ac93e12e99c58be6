package org.almbridge.simulator;

/** Keeps one enrolment with its composed id, since that id is how ALM's clients ask whether somebody is enrolled. */
record Enrolment(String id, String userId, String loId, String instanceId, long enrolledAt) {

    static String idOf(String instanceId, String userId) {
        return instanceId + "_" + userId;
    }
}
