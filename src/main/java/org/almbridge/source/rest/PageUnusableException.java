package org.almbridge.source.rest;

/** Says that a page cannot be read or followed, what was expected and what to do; asking for it at once again is no use. */
public class PageUnusableException extends Exception {

    /** @param reason names page and remedy, and nothing about a person */
    PageUnusableException(String reason) {
        super(reason, null, false, false);
    }
}
