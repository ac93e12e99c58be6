/** The bridge from outside only: files in, calls and records out. Every test has people of its own; an IT repeats it on what is shipped. */
package org.almbridge.flow;
