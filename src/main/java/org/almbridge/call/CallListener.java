package org.almbridge.call;

/** Learns how long each call to ALM took. Called on the thread of the call; must neither block nor fail. */
public interface CallListener {

    /**
     * @param endpoint what was called, as {@code create-user}: the route of the call without prefix and suffix
     * @param method   HTTP method, in upper case
     * @param status   HTTP status, {@code null} when no answer came
     */
    void called(String endpoint, String method, Integer status, long tookMs);
}
