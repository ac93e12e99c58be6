/** Looks through everything that the bridges of a build have told, after all other tests. */
package org.almbridge.scan;
