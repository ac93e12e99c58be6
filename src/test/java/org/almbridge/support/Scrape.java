package org.almbridge.support;

import static io.restassured.RestAssured.given;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what the bridge tells Prometheus, with a key that may view. */
public final class Scrape {

    private static final Pattern SAMPLE = Pattern.compile("(?<name>\\w+)(?:\\{(?<labels>.*)})? (?<value>\\S+)");
    private static final Pattern LABEL = Pattern.compile("(\\w+)=\"([^\"]*)\"");

    /** One value, with its labels by name. */
    public record Sample(String name, Map<String, String> labels, double value) {}

    private final int port;

    Scrape(int port) {
        this.port = port;
    }

    public String text() {
        return given().port(port)
                .header("Authorization", "Bearer " + ApiProfile.VIEWER_KEY)
                .accept("text/plain")
                .get("/q/metrics")
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    /** Kind of each metric, as {@code counter}, by its name. */
    public Map<String, String> types() {
        Map<String, String> types = new TreeMap<>();
        text().lines()
                .filter(line -> line.startsWith("# TYPE "))
                .map(line -> line.split(" "))
                .forEach(words -> types.put(words[2], words[3]));
        return types;
    }

    public List<Sample> samples() {
        List<Sample> samples = new ArrayList<>();
        text().lines().map(SAMPLE::matcher).filter(Matcher::matches).forEach(sample -> {
            Map<String, String> labels = new HashMap<>();
            if (sample.group("labels") != null) {
                LABEL.matcher(sample.group("labels"))
                        .results()
                        .forEach((MatchResult label) -> labels.put(label.group(1), label.group(2)));
            }
            samples.add(new Sample(sample.group("name"), labels, Double.parseDouble(sample.group("value"))));
        });
        return samples;
    }

    /**
     * What all series of a metric come to that have these labels.
     *
     * @param labels name and value in turn
     * @throws AssertionError when there is no such series
     */
    public double sum(String name, String... labels) {
        Map<String, String> wanted = new HashMap<>();
        for (int i = 0; i < labels.length; i += 2) {
            wanted.put(labels[i], labels[i + 1]);
        }
        return samples().stream()
                .filter(sample -> sample.name().equals(name))
                .filter(sample -> sample.labels().entrySet().containsAll(wanted.entrySet()))
                .mapToDouble(Sample::value)
                .reduce(Double::sum)
                .orElseThrow(() -> new AssertionError("no series " + name + " " + wanted));
    }

    /** Waits until it comes to that. */
    public void await(double value, String name, String... labels) {
        Patience.awaiting(name + " " + List.of(labels) + " to be " + value)
                .ignoreException(AssertionError.class)
                .until(() -> sum(name, labels), actual -> actual == value);
    }
}
