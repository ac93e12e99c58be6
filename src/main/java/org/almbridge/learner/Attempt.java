package org.almbridge.learner;

/**
 * One call to ALM for a learner.
 *
 * @param number       counts a learner's attempts from 1
 * @param call         which call
 * @param loInstanceId the instance it was about, {@code null} for calls about the user
 * @param startedAt    epoch milliseconds of the intent
 * @param endedAt      epoch milliseconds of the outcome, {@code null} while that is unknown
 * @param status       HTTP status, {@code null} when no answer came
 * @param failureClass {@code null} for a success, or while the outcome is unknown
 * @param requestId    ALM's {@code x-request-id}, {@code null} when no answer came
 * @param body         answer's body or the error's text, shortened; {@code null} for a success
 */
public record Attempt(
        int number,
        AlmCall call,
        String loInstanceId,
        long startedAt,
        Long endedAt,
        Integer status,
        FailureClass failureClass,
        String requestId,
        String body) {

    /** Enough to read the reason, little enough to keep a proxy's error page out of the ledger. */
    private static final int MAX_BODY = 2_000;

    public static Attempt started(int number, AlmCall call, String loInstanceId, long at) {
        return new Attempt(number, call, loInstanceId, at, null, null, null, null, null);
    }

    public Attempt succeeded(long at, Integer status, String requestId) {
        return new Attempt(number, call, loInstanceId, startedAt, at, status, null, requestId, null);
    }

    public Attempt failed(long at, Integer status, FailureClass failureClass, String requestId, String body) {
        String shortened = body == null || body.length() <= MAX_BODY ? body : body.substring(0, MAX_BODY) + "...";
        return new Attempt(number, call, loInstanceId, startedAt, at, status, failureClass, requestId, shortened);
    }

    /** Whether ALM may have applied the call although nobody was told so. */
    public boolean isUnknown() {
        return endedAt == null || failureClass == FailureClass.UNKNOWN_OUTCOME;
    }
}
