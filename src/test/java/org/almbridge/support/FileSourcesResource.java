package org.almbridge.support;

import java.util.HashMap;
import java.util.Map;

/** The same surroundings with sources of every kind that reads from this machine, rules of enrolment, and a log file. */
public class FileSourcesResource extends AlmSimulatorResource {

    @Override
    public void init(Map<String, String> more) {
        Map<String, String> properties = new HashMap<>();
        properties.put("quarkus.log.file.enabled", "true");
        properties.put("bridge.sources.drop.include", ".*[.]csv([.]gz)?");
        folder(properties, "array", INBOX, Map.of("format", "json", "include", ".*[.]json"));
        folder(properties, "lines", INBOX, Map.of("format", "ndjson", "include", ".*[.]ndjson"));
        folder(properties, "excel", INBOX, Map.of("format", "xlsx", "include", ".*[.]xlsx", "sheet", "New hires"));
        folder(
                properties,
                "latin",
                INBOX,
                Map.of("include", ".*[.]txt", "encoding", "windows-1252", "delimiter", ";", "mapping", "hr"));
        folder(properties, "stuck", INBOX + "/stuck", Map.of());
        folder(properties, "mute", INBOX + "/mute", Map.of());
        folder(properties, "odd-files", INBOX + "/deep/odd-files", Map.of());
        mapping(properties);
        uris(properties);
        rules(properties);
        properties.putAll(more);
        super.init(properties);
    }

    private static void folder(
            Map<String, String> properties, String name, String directory, Map<String, String> parameters) {
        source(
                properties,
                name,
                Map.of("kind", "file", "directory", directory, "quietMs", "1", "pollIntervalMs", "100"));
        source(properties, name, parameters);
    }

    private static void source(Map<String, String> properties, String name, Map<String, String> parameters) {
        parameters.forEach((parameter, value) -> properties.put("bridge.sources." + name + "." + parameter, value));
    }

    private static void mapping(Map<String, String> properties) {
        properties.put("bridge.mappings.hr.email", "Dienstliche E-Mail");
        properties.put("bridge.mappings.hr.name", "Anzeigename");
        properties.put("bridge.mappings.hr.constants.fields.Origin", "HR");
        properties.put("bridge.mappings.hr.defaults.contentLocale", "de_DE");
        properties.put("bridge.mappings.hr.split.fields.Skills", "/");
        properties.put("bridge.mappings.hr.unknown-columns", "fields");
    }

    private static void uris(Map<String, String> properties) {
        String unreadable = INBOX + "/unreadable";
        source(
                properties,
                "any",
                Map.of(
                        "kind", "uri",
                        "uri", "file:" + INBOX + "/any?delay=100&initialDelay=0&delete=true",
                        "format", "ndjson",
                        "input", "${header.CamelFileName}",
                        "failedDirectory", unreadable));
        source(
                properties,
                "tick",
                Map.of("kind", "uri", "uri", "timer:tick?repeatCount=1&delay=100", "failedDirectory", unreadable));
        properties.put("bridge.routes.extra-directory", PROJECT + "/src/test/resources/extra-routes");
        source(properties, "own", Map.of("kind", "roster", "email", "roster@example.com"));
    }

    private static void rules(Map<String, String> properties) {
        properties.put("bridge.enrolments.engineers.lo-id", Simulator.OTHER_LO);
        properties.put("bridge.enrolments.engineers.lo-instance-id", Simulator.OTHER_INSTANCE);
        properties.put(
                "bridge.enrolments.engineers.when",
                "${variable.row[profile]} == 'Engineer' && ${variable.row[fields.Level]} range '3..9'");
        properties.put("bridge.intake.start-date-holds", "enrolments");
    }
}
