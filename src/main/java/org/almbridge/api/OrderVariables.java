package org.almbridge.api;

/** Names the variables of an operator's request; routes/README.md lists them. */
final class OrderVariables {

    /** What the content says, as {@link Members}. */
    static final String ORDER = "order";

    /** The part of the address that names what the request is about, as the id of an escalation. */
    static final String TARGET = "target";

    private OrderVariables() {}
}
