package org.almbridge.intake;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.almbridge.BridgeConfig;

/** Knows how the inputs of every source are written: parameters that all kinds take without declaring them. */
@Singleton
public class SourceSettings {

    /** What these parameters are called. */
    public static final Set<String> NAMES = Set.of(
            InputSettings.ENCODING,
            InputSettings.DELIMITER,
            InputSettings.QUOTE,
            InputSettings.SHEET,
            InputSettings.MAPPING);

    private final BridgeConfig config;

    SourceSettings(BridgeConfig config) {
        this.config = config;
    }

    /** What holds for an input of that source; the defaults when it is not configured. */
    InputSettings of(String source) {
        Map<String, String> given = config.sources().get(source);
        return given == null ? InputSettings.DEFAULTS : new GivenSettings(source, given, config.mappings()).settings();
    }

    /**
     * What is wrong with the settings of a source, each entry beginning with the name of the parameter; empty when nothing
     * is.
     *
     * @param format how the inputs are written, {@code null} when only the source's template knows
     */
    public List<String> problems(String source, String format) {
        return new GivenSettings(source, config.sources().get(source), config.mappings()).problems(format);
    }

    /** What is wrong with the mappings, used or not, each entry beginning with its key; empty when nothing is. */
    public List<String> mappingProblems() {
        return new TreeMap<>(config.mappings())
                .entrySet().stream()
                        .flatMap(mapping -> new GivenMapping(mapping.getKey(), mapping.getValue()).problems().stream())
                        .toList();
    }
}
