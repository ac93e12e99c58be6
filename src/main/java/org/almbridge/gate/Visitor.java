package org.almbridge.gate;

/** Told by the gate how the wait of a call has ended; must not block. */
public interface Visitor {

    /** The call may go; {@link Passage#ended} must follow, whatever becomes of it. */
    void pass(Passage passage);

    /** The bridge stops: the call is not made. */
    void refuse();
}
