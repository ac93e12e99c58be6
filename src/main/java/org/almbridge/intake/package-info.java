/**
 * Reads rows of people and checks them: every row leaves as a {@link org.almbridge.intake.NewLearner} or as a
 * {@link org.almbridge.intake.RejectedRow}, and no reason ever repeats a person's data.
 */
package org.almbridge.intake;
