/**
 * Makes OpenTelemetry spans of the routes. A batch is one trace, from its source to durable rows. Each turn of a learner is one more,
 * linked to that of the batch. Nothing in a span names a person: of what Camel would tell, only what is listed passes.
 */
package org.almbridge.trace;
