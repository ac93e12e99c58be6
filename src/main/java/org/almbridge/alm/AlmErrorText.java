package org.almbridge.alm;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The words of an ALM error, whichever of its shapes they come in: {@code status/title/source.info}, {@code meta},
 * {@code errorId} or none. The words are searched as text, because no shape is documented for the cases that matter.
 */
final class AlmErrorText {

    private static final Pattern ERROR_ID = Pattern.compile("\"errorid\"\\s*:\\s*\"[^\"]");

    private final String words;

    AlmErrorText(String body) {
        // apostrophes (typographic, escaped) and underscores vary between the shapes
        words = body == null
                ? ""
                : body.toLowerCase(Locale.ROOT)
                        .replace('\u2019', '\'')
                        .replace("\\u2019", "'")
                        .replace("\\u0027", "'")
                        .replace('_', ' ');
    }

    boolean saysObjectIsMissing() {
        return words.contains("object doesn't exist")
                || words.contains("object doesnt exist")
                || words.contains("object does not exist");
    }

    /** ALM's published text for the id of a learning object that is none. */
    boolean saysIdIsMalformed() {
        return words.contains("not as per public api specification");
    }

    /** ALM's published texts for a request that is wrong in itself. */
    boolean explainsValidation() {
        return words.contains("missing param")
                || words.contains("field type incorrect")
                || words.contains("generic error");
    }

    /** A machine code that ALM gives for an enrolment it will not make, such as one whose wait-list is full. */
    boolean hasErrorId() {
        return ERROR_ID.matcher(words).find();
    }

    /** Texts known from ALM's CSV import; the ones of the API are not published. */
    boolean saysAlreadyThere() {
        return words.contains("already") || words.contains("duplicate") || words.contains("not unique");
    }
}
