/** When a call to ALM may go: at the pace ALM allows for its HTTP method, what finishes before what starts. It knows of no route. */
package org.almbridge.gate;
