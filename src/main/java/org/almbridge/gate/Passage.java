package org.almbridge.gate;

/** One call on its way through the gate. */
public final class Passage {

    private final Gate gate;
    private final Call call;
    private final Visitor visitor;
    private long passedAt;

    Passage(Gate gate, Call call, Visitor visitor) {
        this.gate = gate;
        this.call = call;
        this.visitor = visitor;
    }

    Call call() {
        return call;
    }

    Visitor visitor() {
        return visitor;
    }

    /** Epoch milliseconds. */
    long passedAt() {
        return passedAt;
    }

    void passed(long now) {
        passedAt = now;
    }

    /** The call is over, with an answer, without one, or before it was made; to say it again has no effect. */
    public void ended() {
        gate.ended(this);
    }
}
