/** Shows the bridge at work beside the simulator; nothing here runs unless {@code bridge.simulator.enabled} is set. */
package org.almbridge.demo;
