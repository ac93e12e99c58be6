package org.almbridge.intake;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Names the columns a row may have, so that every format and every rule spells them the same way. */
public final class Attributes {

    public static final String EMAIL = "email";
    public static final String NAME = "name";
    public static final String USER_TYPE = "userType";
    public static final String USER_UNIQUE_ID = "userUniqueId";
    public static final String PROFILE = "profile";
    public static final String CONTENT_LOCALE = "contentLocale";
    public static final String BIO = "bio";
    public static final String ENROLL_ON_CLICK = "enrollOnClick";
    public static final String GAMIFICATION_ENABLED = "gamificationEnabled";
    public static final String MANAGER_ID = "managerId";
    public static final String MANAGER_EMAIL = "managerEmail";
    public static final String START_DATE = "startDate";
    public static final String LO_ID = "loId";
    public static final String LO_INSTANCE_ID = "loInstanceId";

    /** Family of the account's metadata: what follows keeps its own spelling. */
    public static final String METADATA = "metadata.";

    /** Family of the account's active fields: what follows keeps its own spelling. */
    public static final String FIELDS = "fields.";

    /** What the columns of ALM's own sample for a CSV upload are called; its manager is an id or an e-mail address. */
    private static final Map<String, String> NAMES_IN_ALM_UPLOADS = Map.of(
            "Employee's Name", NAME,
            "Employee's Email", EMAIL,
            "Employee's Profile/Designation", PROFILE,
            "Manager's ID / Email", MANAGER_ID);

    private static final Map<String, String> BY_FOLDED_NAME = Stream.concat(
                    names().map(name -> Map.entry(name, name)), NAMES_IN_ALM_UPLOADS.entrySet().stream())
            .collect(Collectors.toUnmodifiableMap(name -> fold(name.getKey()), Map.Entry::getValue));

    private Attributes() {}

    private static Stream<String> names() {
        return Stream.of(
                EMAIL,
                NAME,
                USER_TYPE,
                USER_UNIQUE_ID,
                PROFILE,
                CONTENT_LOCALE,
                BIO,
                ENROLL_ON_CLICK,
                GAMIFICATION_ENABLED,
                MANAGER_ID,
                MANAGER_EMAIL,
                START_DATE,
                LO_ID,
                LO_INSTANCE_ID);
    }

    /** The canonical name that a header stands for, whatever its case and spaces; empty for a column that is not ours. */
    public static Optional<String> canonical(String header) {
        int dot = header.indexOf('.');
        if (dot < 0) {
            return Optional.ofNullable(BY_FOLDED_NAME.get(fold(header)));
        }
        String suffix = Text.trim(header.substring(dot + 1));
        return suffix.isEmpty()
                ? Optional.empty()
                : family(header.substring(0, dot)).map(family -> family + suffix);
    }

    /** The family that a name without its dot stands for, in the same tolerance. */
    static Optional<String> family(String name) {
        return Optional.of(fold(name) + ".").filter(family -> family.equals(METADATA) || family.equals(FIELDS));
    }

    /** All names, as a message can list them. */
    static String listed() {
        return names().collect(Collectors.joining(", ")) + ", " + METADATA + "<name>, " + FIELDS + "<name>";
    }

    /** What is the same for names that differ in case, blanks and the kind of apostrophe only. */
    static String fold(String name) {
        return Text.withoutBlanks(name).replace('\u2019', '\'').toLowerCase(Locale.ROOT);
    }
}
