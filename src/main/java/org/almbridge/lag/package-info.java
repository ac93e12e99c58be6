/**
 * How long ALM's index lags behind a create, and when it is worth asking: plain Java, no Camel, no SQL. Ages are milliseconds
 * since the answer that created the user.
 */
package org.almbridge.lag;
