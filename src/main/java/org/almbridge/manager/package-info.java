/** What ALM has told of people whom rows name as managers, asked for once for all their reports; no Camel, no HTTP in here. */
package org.almbridge.manager;
