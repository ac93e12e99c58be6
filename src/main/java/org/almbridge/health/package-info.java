/**
 * Says on the management port whether this bridge is alive, started and ready, and why not. Every answer comes from what is
 * known already: nobody is asked, nothing is waited for, and nothing depends on this package.
 */
package org.almbridge.health;
