package org.almbridge.call;

/** Learns from every answer of ALM what concerns all calls, whichever route made this one. */
public interface AnswerListener {

    /** Called on the thread of the call, before its route goes on; must not block. */
    void answered(AnswerHead answer);
}
