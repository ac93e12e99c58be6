package org.almbridge.alm;

import java.util.Objects;
import org.almbridge.learner.AlmCall;
import org.almbridge.learner.Attempt;
import org.almbridge.learner.Enrolment;
import org.almbridge.learner.FailureClass;
import org.almbridge.learner.LearnerInFlight;

/** What a fruitless look-up says about the call it was made for. */
final class OpenCall {

    private OpenCall() {}

    /**
     * Returns when the call may be made again.
     *
     * @param call   the call that is open; there may have been none
     * @param lookUp the answer that shows nothing of it
     * @throws AlmAnswerException when the call was refused for good, or its effect is there and not visible yet
     */
    static void refuteOrGoOn(LearnerInFlight learner, AlmCall call, Enrolment enrolment, AlmAnswer lookUp)
            throws AlmAnswerException {
        Attempt open = learner.last(call, enrolment);
        if (isAcceptedWithoutId(open) && learner.counts(open)) {
            throw notVisible(FailureClass.DUPLICATE_USER, lookUp);
        }
        if (open == null || open.isUnknown() || open.failureClass() == null || !learner.counts(open)) {
            return;
        }
        switch (open.failureClass()) {
            case DUPLICATE_USER, ALREADY_ENROLLED -> throw notVisible(open.failureClass(), lookUp);
            case UNRECOGNISED -> {
                if (mayBeApplied(learner, open)) {
                    throw notVisible(
                            call == AlmCall.CREATE_USER ? FailureClass.DUPLICATE_USER : FailureClass.ALREADY_ENROLLED,
                            lookUp);
                }
                if (isRefusal(open.status())) {
                    throw new AlmAnswerException(FailureClass.REJECTED, open.status(), open.requestId(), open.body());
                }
            }
            default -> {
                // nothing was left open
            }
        }
    }

    /** Large accounts create asynchronously, so the user will be there, under an id that a look-up tells. */
    private static boolean isAcceptedWithoutId(Attempt create) {
        return create != null
                && create.failureClass() == FailureClass.UNKNOWN_OUTCOME
                && create.status() != null
                && create.status() < 300;
    }

    private static AlmAnswerException notVisible(FailureClass failureClass, AlmAnswer lookUp) {
        return lookUp.means(failureClass, "ALM says it is there, and does not show it yet");
    }

    /** A bad request or a conflict that the state of ALM does not explain; anything else gets its further tries. */
    private static boolean isRefusal(Integer status) {
        return status != null && (status == 400 || status == 409);
    }

    /** A refusal in unknown words that follows a lost answer most likely says that the lost call was applied. */
    private static boolean mayBeApplied(LearnerInFlight learner, Attempt refused) {
        return !learner.countedAttempts(attempt -> attempt.call() == refused.call()
                        && Objects.equals(attempt.loInstanceId(), refused.loInstanceId())
                        && attempt.isUnknown())
                .isEmpty();
    }
}
