/** Turns the configured sources into routes, from the templates in routes/sources. */
package org.almbridge.source;
