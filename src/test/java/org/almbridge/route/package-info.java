/** What only a look inside can show: steps woven into the routes, on the JVM. */
package org.almbridge.route;
