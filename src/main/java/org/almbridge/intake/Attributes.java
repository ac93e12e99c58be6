package org.almbridge.intake;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
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
    public static final String LO_ID = "loId";
    public static final String LO_INSTANCE_ID = "loInstanceId";

    /** Family of the account's metadata: what follows keeps its own spelling. */
    public static final String METADATA = "metadata.";

    /** Family of the account's active fields: what follows keeps its own spelling. */
    public static final String FIELDS = "fields.";

    private static final Map<String, String> BY_FOLDED_NAME = Stream.of(
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
                    LO_ID,
                    LO_INSTANCE_ID)
            .collect(Collectors.toUnmodifiableMap(Attributes::fold, Function.identity()));

    private Attributes() {}

    /** The canonical name that a header stands for, whatever its case and spaces; empty for a column that is not ours. */
    public static Optional<String> canonical(String header) {
        int dot = header.indexOf('.');
        if (dot < 0) {
            return Optional.ofNullable(BY_FOLDED_NAME.get(fold(header)));
        }
        String family = fold(header.substring(0, dot + 1));
        String suffix = Text.trim(header.substring(dot + 1));
        boolean known = family.equals(METADATA) || family.equals(FIELDS);
        return known && !suffix.isEmpty() ? Optional.of(family + suffix) : Optional.empty();
    }

    private static String fold(String name) {
        return Text.withoutBlanks(name).toLowerCase(Locale.ROOT);
    }
}
