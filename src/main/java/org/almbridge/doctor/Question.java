package org.almbridge.doctor;

import org.almbridge.learner.AlmCall;

/**
 * One kind of question to ALM.
 *
 * @param name     what is asked, in words
 * @param route    the route that asks it
 * @param call     what the bridge asks the same by
 * @param address  method and path, without anybody's ids
 * @param verified whether ALM has shown the course to be there
 * @param young    whether ALM's index may not know the user yet
 */
record Question(String name, String route, AlmCall call, String address, boolean verified, boolean young) {

    private static final String ENROL = "POST /primeapi/v2/users/{user}/enrollments?loId=%s&loInstanceId=%s";
    private static final String READ_ENROLMENT = "GET /primeapi/v2/users/{user}/enrollments/%s_{user}";
    private static final String READ_USERS = "GET /primeapi/v2/users?page[limit]=1";

    static Question listUsers() {
        return new Question("read of one user", "doctor-list-users", AlmCall.FIND_USER, READ_USERS, false, false);
    }

    static Question wrongToken() {
        return new Question(
                "read with a wrong token", "doctor-call-wrongly", AlmCall.FIND_USER, READ_USERS, false, false);
    }

    static Question findUser(String name) {
        return new Question(
                name,
                "doctor-find-user",
                AlmCall.FIND_USER,
                "GET /primeapi/v2/users?ids=email:{address}",
                false,
                false);
    }

    static Question create(String name) {
        return new Question(name, "doctor-create-user", AlmCall.CREATE_USER, "POST /primeapi/v2/users", false, false);
    }

    static Question enrol(String name, String loId, String loInstanceId, boolean verified) {
        return new Question(
                name, "doctor-enrol-user", AlmCall.ENROL_USER, ENROL.formatted(loId, loInstanceId), verified, verified);
    }

    static Question findEnrolment(String name, String loInstanceId) {
        return new Question(
                name,
                "doctor-find-enrolment",
                AlmCall.FIND_ENROLMENT,
                READ_ENROLMENT.formatted(loInstanceId),
                false,
                false);
    }

    /** Asked by the route that the bridge itself uses. */
    static Question findCourse() {
        return new Question(
                "look-up of a course",
                "alm-find-course",
                AlmCall.FIND_COURSE,
                "GET /primeapi/v2/learningObjects/{course}",
                false,
                false);
    }
}
