package org.almbridge.intake;

import java.util.List;
import java.util.Map;

/**
 * Checks one thing about a row: adds a reason that names column, problem and remedy but no value, and may bring an
 * accepted value into its one canonical form.
 */
interface RowRule {

    void apply(Map<String, String> columns, List<String> reasons);
}
