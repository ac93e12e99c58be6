package org.almbridge.source;

/** Learns of each look of a source at its server. Must neither block nor fail. */
public interface PollListener {

    /** @param works whether the source could use its server */
    void polled(String source, boolean works);
}
