/**
 * A local Adobe Learning Manager for the demo, rehearsals and tests.
 *
 * <p>The one rule here: everything but {@link org.almbridge.simulator.AlmSimulator} is touched by one event loop only, so
 * nothing needs a lock, and time comes from the injected clock, so nothing needs a wait.
 */
package org.almbridge.simulator;
