/** Makes the bridges that share a ledger a cluster in Camel's sense, so that some routes run in one of them at a time. */
package org.almbridge.cluster;
