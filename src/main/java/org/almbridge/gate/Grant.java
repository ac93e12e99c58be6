package org.almbridge.gate;

/**
 * The answer of the shared quota to an {@link Ask}.
 *
 * @param calls  as many as were asked for, due at once or later
 * @param starts the same
 */
record Grant(Lease calls, Lease starts) {}
