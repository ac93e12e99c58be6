package org.almbridge.source;

import java.util.List;
import java.util.Map;

/** What one kind of source can tell at the start that would only fail later; every bean of it is asked. */
public interface KindCheck {

    /** The kind, as the configuration names it. */
    String kind();

    /**
     * What is wrong, each entry beginning with the name of the parameter and holding no secret; empty when nothing is.
     *
     * @param given the parameters as configured, without the kind; all needed ones are there, and no unknown one
     */
    List<String> problems(Map<String, String> given);
}
