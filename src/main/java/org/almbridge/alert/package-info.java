/** Tells people what they should know of while it lasts; an alert has counts and names in it and nobody's data. */
package org.almbridge.alert;
