/** Carries a ledger from one store to another through a file; runs in the profiles export and import only. */
package org.almbridge.transfer;
