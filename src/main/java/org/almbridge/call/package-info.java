/** How one call to ALM is made: its headers, its connection and thread, and who is told of the answer. */
package org.almbridge.call;
