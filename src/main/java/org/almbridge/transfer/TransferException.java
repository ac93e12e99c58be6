package org.almbridge.transfer;

/** Why a ledger cannot be carried over, and what to do; the message is for the operator and holds no values of a row. */
final class TransferException extends Exception {

    private static final long serialVersionUID = 1L;

    TransferException(String message) {
        super(message);
    }
}
