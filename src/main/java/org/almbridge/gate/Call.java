package org.almbridge.gate;

/**
 * A call to ALM that asks for its turn.
 *
 * @param verb      HTTP method, in upper case
 * @param finishing whether it brings a created learner closer to the end
 * @param charge    calls of that method that it stands for: a create brings the enrolments of its learner, so it stands
 *                  for them too, and they for none
 */
public record Call(String verb, boolean finishing, int charge) {}
