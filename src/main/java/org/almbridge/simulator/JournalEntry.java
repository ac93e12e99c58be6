package org.almbridge.simulator;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Optional;

/**
 * Shows one call as it came in, so that a test can see what was really sent.
 *
 * @param at arrival in epoch milliseconds
 * @param method the HTTP method
 * @param path the path, still encoded
 * @param query the query, still encoded, with tokens and secrets masked; null if there was none
 * @param status the HTTP status of the answer; 0 if none arrived
 * @param requestId the answer's {@code x-request-id}
 * @param email the learner whom the call was about; null if that could not be told
 * @param contentType the header of that name, null if absent
 * @param accept the header of that name, null if absent
 * @param authorization the scheme of the header of that name, never the token
 * @param body the body, with tokens and secrets masked, cut off after some thousand characters
 */
@RegisterForReflection
public record JournalEntry(
        long at,
        String method,
        String path,
        String query,
        int status,
        String requestId,
        String email,
        String contentType,
        String accept,
        String authorization,
        String body) {

    private static final int LONGEST_BODY = 4_000;

    static JournalEntry of(Call call, int status) {
        return new JournalEntry(
                call.at(),
                call.method(),
                call.request().path(),
                Optional.ofNullable(call.request().query()).map(Secrets::masked).orElse(null),
                status,
                call.requestId(),
                call.email().orElse(null),
                call.header("content-type").orElse(null),
                call.header("accept").orElse(null),
                call.header("authorization").map(JournalEntry::scheme).orElse(null),
                Secrets.masked(cut(call.body())));
    }

    private static String scheme(String authorization) {
        // a bare token without a scheme must not be shown either
        int end = authorization.trim().indexOf(' ');
        return end < 0 ? null : authorization.trim().substring(0, end);
    }

    private static String cut(String body) {
        return body.substring(0, Math.min(body.length(), LONGEST_BODY));
    }
}
