/** What would become of an input, before it is taken in: reads ALM and the ledger, and changes neither. */
package org.almbridge.plan;
