package org.almbridge.intake;

/** Says that nobody can be accepted for now, because it is not known which instance a rule means. */
public class UnresolvedRuleException extends Exception {

    /** Without a stack trace: it is about ALM or the configuration, and may be logged often. */
    public UnresolvedRuleException(String why) {
        super("Nobody is accepted for now, and the input stays where it is: " + why, null, false, false);
    }
}
