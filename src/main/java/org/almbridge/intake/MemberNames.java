package org.almbridge.intake;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Tells what the members of a JSON input mean, and collects those that mean nothing; bounded, whatever names come. */
final class MemberNames {

    /** Holds the attributes of a JSON:API resource. */
    private static final String RESOURCE_ATTRIBUTES = "attributes";

    private static final int MAX_REMEMBERED = 1_000;
    private static final int MAX_IGNORED = 50;

    private final Mapping mapping;
    private final boolean pointers;
    private final Map<String, Optional<String>> prefixes = new HashMap<>();
    private final Map<String, Optional<String>> attributes = new HashMap<>();
    private final Set<String> ignored = new LinkedHashSet<>();

    MemberNames(Mapping mapping) {
        this.mapping = mapping;
        this.pointers = mapping.hasPointers();
    }

    Mapping mapping() {
        return mapping;
    }

    /** The folded JSON pointer of a member; empty while no mapping asks for one. */
    String pointer(String parent, String name) {
        return pointers
                ? parent + "/" + Attributes.fold(name).replace("~", "~0").replace("/", "~1")
                : "";
    }

    /** The attribute that the mapping takes from there. */
    Optional<String> pointed(String pointer) {
        return pointers ? mapping.pointed(pointer) : Optional.empty();
    }

    boolean leadsOn(String pointer) {
        return pointers && mapping.leadsOn(pointer);
    }

    /** What to put before the names of the members inside an object of this name; empty for an object that is not ours. */
    Optional<String> prefix(String name) {
        return remembered(prefixes, name, n -> n.equals(RESOURCE_ATTRIBUTES) ? Optional.of("") : Attributes.family(n));
    }

    /** The attribute that a name stands for, its family before it; empty for a member that is not ours. */
    Optional<String> attribute(String name) {
        return remembered(attributes, name, this::canonical);
    }

    private static Optional<String> remembered(
            Map<String, Optional<String>> meanings, String name, Function<String, Optional<String>> meaning) {
        Optional<String> known = meanings.get(name);
        if (known == null) {
            known = meaning.apply(name);
            if (meanings.size() < MAX_REMEMBERED) {
                meanings.put(name, known);
            }
        }
        return known;
    }

    private Optional<String> canonical(String name) {
        Optional<String> attribute = isText(name) ? mapping.attribute(name) : Optional.empty();
        if (attribute.isEmpty() && ignored.size() < MAX_IGNORED) {
            ignored.add(Text.label(name));
        }
        return attribute;
    }

    /** At most some dozen names, as a log line can show them. */
    Set<String> ignored() {
        return Collections.unmodifiableSet(ignored);
    }

    private static boolean isText(String name) {
        return name.indexOf('\0') < 0 && name.indexOf(StrictReader.NUL_STAND_IN) < 0 && !Text.hasLoneSurrogate(name);
    }
}
