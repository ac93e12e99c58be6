/** The project's vocabulary as plain values: no Camel, no database, no HTTP in here. */
package org.almbridge.learner;
