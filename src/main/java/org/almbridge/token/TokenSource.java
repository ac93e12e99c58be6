package org.almbridge.token;

import java.util.concurrent.CompletableFuture;

/** Where new access tokens come from; the seam between what is known of tokens and the route that gets them. */
interface TokenSource {

    /** False when all there is is the ready token of the configuration. */
    boolean isConfigured();

    /** Asks ALM once; fails when ALM gives none. Never holds the caller's thread. */
    CompletableFuture<TokenGrant> ask();
}
