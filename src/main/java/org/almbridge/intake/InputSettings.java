package org.almbridge.intake;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * Says how the inputs of one source are written, beside their format.
 *
 * @param source    name under which the source is configured, {@code null} for one without configuration
 * @param encoding  of a text without a byte order mark
 * @param delimiter between the cells of CSV
 * @param quote     around a cell of CSV
 * @param sheet     of a workbook, {@code null} for the first one
 * @param mapping   what the source calls our attributes
 */
public record InputSettings(
        String source, Charset encoding, char delimiter, char quote, String sheet, Mapping mapping) {

    static final String ENCODING = "encoding";
    static final String DELIMITER = "delimiter";
    static final String QUOTE = "quote";
    static final String SHEET = "sheet";
    static final String MAPPING = "mapping";

    /** For a source without configuration. */
    public static final InputSettings DEFAULTS = new InputSettings(null);

    InputSettings(String source) {
        this(source, StandardCharsets.UTF_8, ',', '"', null, Mapping.NONE);
    }

    /** The end of an advice: the setting that would help instead; empty where nobody can set it. */
    String orSet(String setting, String value) {
        return source == null ? "" : ", or set bridge.sources." + source + "." + setting + " = " + value;
    }
}
