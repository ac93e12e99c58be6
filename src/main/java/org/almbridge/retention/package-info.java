/** Decides when what the bridge keeps of people is old enough to go; the ledger knows what may go. */
package org.almbridge.retention;
