/**
 * What the bridge tells Prometheus; docs/metrics.md lists it. The one package that knows Micrometer, and nothing depends on
 * it: it listens to those who do the work. No label ever holds an id, an address or anything of a person.
 */
package org.almbridge.metric;
