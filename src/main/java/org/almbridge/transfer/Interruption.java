package org.almbridge.transfer;

/** Lets a transfer end when the process is told to stop: with nothing left half done. */
class Interruption {

    private volatile boolean requested;

    void request() {
        requested = true;
    }

    void check() throws TransferException {
        if (requested) {
            throw new TransferException("was stopped. Run it again.");
        }
    }
}
