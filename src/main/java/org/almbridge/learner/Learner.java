package org.almbridge.learner;

import java.util.List;
import java.util.Map;

/**
 * One person as the ledger knew them when they were claimed.
 *
 * @param key        {@code userUniqueId}, else the e-mail address in lower case
 * @param email      address in lower case, the identity at ALM
 * @param row        attribute names and values as accepted from the source
 * @param source     name of the source that brought the row
 * @param batch      id of the batch that brought the row
 * @param rowNumber  row within the batch, the header being row 1
 * @param almUserId  ALM's id, {@code null} until the user is created or found
 * @param createdAt  epoch milliseconds of the answer that gave the id, {@code null} with it
 * @param linked     whether the user was found in ALM, not created by an answered call of ours
 * @param retryFrom  epoch milliseconds; earlier attempts no longer count against the retry limits
 * @param enrolments those still to be made
 * @param attempts   all earlier attempts, oldest first
 */
public record Learner(
        String key,
        String email,
        Map<String, String> row,
        String source,
        String batch,
        int rowNumber,
        String almUserId,
        Long createdAt,
        boolean linked,
        long retryFrom,
        List<Enrolment> enrolments,
        List<Attempt> attempts) {

    /** ALM's id of the manager as the row gives it, {@code null} when it does not. */
    public String managerId() {
        return row.get("managerId");
    }

    /** The manager's address in lower case, {@code null} when the row names none. */
    public String managerEmail() {
        return row.get("managerEmail");
    }

    public boolean namesManager() {
        return managerId() != null || managerEmail() != null;
    }

    public Learner with(List<Enrolment> theseEnrolments, List<Attempt> theseAttempts) {
        return new Learner(
                key,
                email,
                row,
                source,
                batch,
                rowNumber,
                almUserId,
                createdAt,
                linked,
                retryFrom,
                theseEnrolments,
                theseAttempts);
    }
}
