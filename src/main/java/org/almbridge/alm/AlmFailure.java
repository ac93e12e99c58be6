package org.almbridge.alm;

import org.almbridge.learner.FailureClass;

/**
 * What a failed call means, with the evidence.
 *
 * @param status       HTTP status, {@code null} when no answer came
 * @param requestId    ALM's {@code x-request-id}, {@code null} when there was none
 * @param body         the answer's body, or the error's text when no answer came
 * @param retryAfterMs milliseconds that ALM asked to wait, {@code null} when it did not
 */
public record AlmFailure(FailureClass failureClass, Integer status, String requestId, String body, Long retryAfterMs) {}
