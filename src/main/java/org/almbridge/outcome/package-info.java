/** Tells the operator's own system what became of people and rows; the ledger keeps it until it is told. */
package org.almbridge.outcome;
