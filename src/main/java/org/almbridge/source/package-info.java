/**
 * Turns the configured sources into routes, from the templates in routes/sources, and says of a server what keeps it from
 * being read. What a secret is worth stays out of addresses, and so out of logs.
 */
package org.almbridge.source;
