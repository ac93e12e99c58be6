/**
 * What must survive a crash, and with {@code transfer} the only package that knows SQL; a change of it is durable when its
 * future completes.
 */
package org.almbridge.ledger;
