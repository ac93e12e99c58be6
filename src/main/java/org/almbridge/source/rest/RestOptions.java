package org.almbridge.source.rest;

import java.util.List;

/** Values that options of a source may have; what else they may be is in the template. */
final class RestOptions {

    static final String BEARER = "bearer";
    static final String BASIC = "basic";
    static final String API_KEY = "api-key";
    static final String OAUTH2 = "oauth2";
    static final List<String> AUTHENTICATIONS = List.of("none", BEARER, BASIC, API_KEY, OAUTH2);

    static final String IN_BODY = "body";
    static final List<String> CLIENT_AUTHENTICATIONS = List.of("header", IN_BODY);

    static final String ASCENDING = "ascending";
    static final List<String> ORDERS = List.of("any", ASCENDING);

    /** The page itself, or its member {@code data}. */
    static final String USUAL_RECORDS = "usual";

    private RestOptions() {}
}
