/** What ALM has told once is remembered for many learners; no Camel, no HTTP in here. */
package org.almbridge.directory;
