package org.almbridge.alm;

/** Bodies that ALM, or what stands before it, is known or likely to send. */
enum AlmBody {
    NONE(null),
    EMPTY(""),
    HTML("<html><head><title>502 Bad Gateway</title></head><body>nginx</body></html>"),
    MISSING_CODE("{\"status\":\"BAD_REQUEST\",\"title\":\"OBJECT_DOESNT_EXIST\"}"),
    MISSING_SENTENCE(
            "{\"status\":\"BAD_REQUEST\",\"title\":\"Bad request\",\"source\":{\"info\":\"Object doesn't exist\"}}"),
    MISSING_META("{\"meta\":{\"error\":\"OBJECT_DOESNT_EXIST\",\"detail\":\"Object doesn't exist\"}}"),
    MISSING_TYPOGRAPHIC("{\"source\":{\"info\":\"object doesn\u2019t exist\"}}"),
    MISSING_TYPOGRAPHIC_ESCAPED("{\"source\":{\"info\":\"object doesn\\u2019t exist\"}}"),
    MISSING_ESCAPED("{\"source\":{\"info\":\"object doesn\\u0027t exist\"}}"),
    MISSING_SPELT_OUT("{\"message\":\"The object does not exist.\"}"),
    MISSING_ERROR_ID("{\"errorId\":\"ERROR_OBJECT_DOESNT_EXIST\"}"),
    MALFORMED_ID(
            "{\"title\":\"BAD_REQUEST\",\"source\":{\"info\":\"Either LO id is blank or not as per public api specification\"}}"),
    MISSING_PARAM("{\"status\":\"BAD_REQUEST\",\"title\":\"Missing Param\",\"source\":{\"info\":\"email\"}}"),
    FIELD_TYPE(
            "{\"title\":\"Field Type incorrect\",\"source\":{\"info\":\"incorrect relation type - Andrew already\"}}"),
    GENERIC("{\"status\":\"BAD_REQUEST\",\"title\":\"Generic Error\"}"),
    GENERIC_META("{\"meta\":{\"error\":\"Generic Error\"}}"),
    WAITLIST_FULL("{\"title\":\"Bad request\",\"errorId\" : \"ERROR_ENROLLMENT_WAITLIST_FULL\"}"),
    NO_ERROR_ID("{\"title\":\"Bad request\",\"errorId\":null}"),
    ALREADY_ERROR_ID("{\"errorId\":\"ERROR_ALREADY_ENROLLED\"}"),
    ALREADY_ENROLLED("{\"title\":\"Bad request\",\"source\":{\"info\":\"User is already enrolled\"}}"),
    ALREADY_PRESENT("{\"source\":{\"info\":\"Email address of user already present in the system\"}}"),
    DUPLICATE("{\"meta\":{\"error\":\"Duplicate User - ann@example.com\"}}"),
    NOT_UNIQUE("{\"source\":{\"info\":\"userUniqueId is not unique\"}}"),
    UNEXPLAINED("{\"status\":\"BAD_REQUEST\",\"title\":\"Bad request. Check url, params and headers\"}"),
    THROTTLED("{\"message\":\"429 Too many requests\"}");

    private final String text;

    AlmBody(String text) {
        this.text = text;
    }

    String text() {
        return text;
    }
}
