package org.almbridge.ledger;

/** This process was taken for gone, and what it had claimed is in other hands. */
public final class LeaseLostException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    LeaseLostException() {
        super("others have taken over what this process had claimed");
    }
}
