package org.almbridge.source.rest;

import java.util.Map;
import java.util.Optional;

/** What a source shows to be let in. */
interface Access {

    /** Name and value of a header for the next call; empty when there is nothing to show. */
    Optional<Map.Entry<String, String>> header();

    /** Parameters to check when the API refuses, for a message. */
    String parameters();

    /** Whether a token has to be fetched before the next call. */
    default boolean needsToken() {
        return false;
    }

    /** The API has let in what was shown. */
    default void accepted() {
        // what never changes need not know
    }

    /** The API has refused what was shown; true when another try, with a new token, makes sense. */
    default boolean refused() {
        return false;
    }
}
