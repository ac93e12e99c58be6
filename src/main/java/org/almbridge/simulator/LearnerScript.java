package org.almbridge.simulator;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;

/**
 * Says what ALM does to one learner, so that a test meets exactly one failure at exactly one moment.
 *
 * @param timingErrors number of enrolments refused as "not indexed yet" before one is accepted, whatever the lag; -1 for
 *     ever; absent: the lag decides
 * @param rejectCreate the text with which every create is rejected; absent: none is
 * @param rejectEnrolment whether every enrolment is refused because the wait-list is full
 * @param loseCreateAnswers number of creates that are applied, or found applied, and get no answer
 * @param loseEnrolAnswers the same for enrolments
 * @param createWithoutId number of creates that are applied, or found applied, and answered 200 with no id in the data
 * @param html502 number of writes for which a proxy sends a 502 and an HTML page before anything is applied
 * @param createStatus HTTP statuses that the first creates get before anything is applied
 * @param enrolStatus the same for enrolments
 * @param retryAfter value of the header {@code retry-after} on a scripted 429 or 503; absent: no such header
 * @param findStatus HTTP statuses that the first look-ups of the user get, by address or by id
 */
@RegisterForReflection
public record LearnerScript(
        Integer timingErrors,
        String rejectCreate,
        boolean rejectEnrolment,
        int loseCreateAnswers,
        int loseEnrolAnswers,
        int createWithoutId,
        int html502,
        List<Integer> createStatus,
        List<Integer> enrolStatus,
        String retryAfter,
        List<Integer> findStatus) {

    public static final LearnerScript NONE =
            new LearnerScript(null, null, false, 0, 0, 0, 0, List.of(), List.of(), null, List.of());

    public LearnerScript {
        Json.require(timingErrors == null || timingErrors >= -1, "timingErrors must be -1, 0 or more.");
        Json.require(loseCreateAnswers >= 0, "loseCreateAnswers must not be negative.");
        Json.require(loseEnrolAnswers >= 0, "loseEnrolAnswers must not be negative.");
        Json.require(createWithoutId >= 0, "createWithoutId must not be negative.");
        Json.require(html502 >= 0, "html502 must not be negative.");
        createStatus = statuses("createStatus", createStatus);
        enrolStatus = statuses("enrolStatus", enrolStatus);
        findStatus = statuses("findStatus", findStatus);
    }

    /** Reads a partial JSON object; whatever it leaves out does nothing. */
    public static LearnerScript fromJson(String partial) {
        return Json.convert(Json.merge(Json.tree(NONE), Json.parse(partial)), LearnerScript.class);
    }

    private static List<Integer> statuses(String member, List<Integer> statuses) {
        boolean fits = statuses != null
                && statuses.stream().allMatch(status -> status != null && status >= 200 && status <= 599);
        Json.require(fits, member + " must be a list of HTTP statuses from 200 to 599.");
        return List.copyOf(statuses);
    }
}
