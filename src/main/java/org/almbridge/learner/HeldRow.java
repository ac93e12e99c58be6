package org.almbridge.learner;

import java.util.Map;

/** A good row of a batch that waits for approval, as it was read. */
public record HeldRow(int number, Map<String, String> row) {}
