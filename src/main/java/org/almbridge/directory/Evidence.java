package org.almbridge.directory;

/**
 * An answer of ALM on which something that is remembered rests.
 *
 * @param status    HTTP status
 * @param requestId {@code x-request-id}, {@code null} when the answer has none
 * @param body      never {@code null}
 */
public record Evidence(Integer status, String requestId, String body) {}
