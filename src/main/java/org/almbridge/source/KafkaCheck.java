package org.almbridge.source;

import jakarta.inject.Singleton;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.almbridge.Loopback;

/** Looks at addresses, names and the way of logging in, before a broker is asked. */
@Singleton
class KafkaCheck implements KindCheck {

    private static final int MOST_RECORDS = 10_000;
    private static final int MOST_BYTES = 104_857_600;

    private static final Pattern BROKERS = Pattern.compile("[^\\s,:/]+:\\d{1,5}(,[^\\s,:/]+:\\d{1,5})*");
    private static final Pattern TOPIC = Pattern.compile("[a-zA-Z0-9._-]{1,249}");

    private static final Set<String> MECHANISMS = new TreeSet<>(Set.of("PLAIN", "SCRAM-SHA-256", "SCRAM-SHA-512"));
    private static final Set<String> TRUSTSTORES = new TreeSet<>(Set.of("JKS", "PEM", "PKCS12"));

    @Override
    public String kind() {
        return "kafka";
    }

    @Override
    public List<String> problems(Map<String, String> given) {
        List<String> problems = new ArrayList<>();
        Stream.of(
                        matches(
                                given,
                                "brokers",
                                BROKERS,
                                "write it as broker-1.example.com:9093,broker-2.example.com:9093"),
                        matches(
                                given,
                                "topic",
                                TOPIC,
                                "a topic has up to 249 letters, digits, dots, underscores and hyphens"),
                        Parameters.number(given, "maxPollRecords", 1, MOST_RECORDS),
                        Parameters.number(given, "fetchMaxBytes", 1, MOST_BYTES),
                        Parameters.number(given, "maxPartitionFetchBytes", 1, MOST_BYTES),
                        Parameters.oneOf(given, "saslMechanism", MECHANISMS),
                        Parameters.oneOf(given, "truststoreType", TRUSTSTORES))
                .flatMap(Optional::stream)
                .forEach(problems::add);
        Optional<KafkaSecurity> security = KafkaSecurity.of(given.get("securityProtocol"));
        if (security.isEmpty()) {
            problems.add("securityProtocol is '" + given.get("securityProtocol") + "': give one of "
                    + KafkaSecurity.names());
        } else {
            problems.addAll(login(given, security.get()));
            problems.addAll(trust(given, security.get()));
        }
        return problems;
    }

    private static Optional<String> matches(Map<String, String> given, String parameter, Pattern form, String remedy) {
        return form.matcher(given.get(parameter)).matches()
                ? Optional.empty()
                : Optional.of(parameter + " is '" + given.get(parameter) + "': " + remedy);
    }

    private static List<String> login(Map<String, String> given, KafkaSecurity security) {
        if (!security.logsIn()) {
            return Stream.of("username", "password", "saslMechanism")
                    .filter(given::containsKey)
                    .map(parameter -> parameter + " is given, but with securityProtocol " + security
                            + " nobody logs in: set securityProtocol to SASL_SSL, or leave " + parameter + " out")
                    .toList();
        }
        List<String> problems = new ArrayList<>();
        Stream.of("username", "password")
                .filter(parameter -> !given.containsKey(parameter))
                .map(parameter -> parameter + " is missing: securityProtocol " + security
                        + " logs in with username and password, the password best by the environment")
                .forEach(problems::add);
        if (!security.encrypts() && !isLoopback(given.get("brokers"))) {
            problems.add(
                    "securityProtocol is 'SASL_PLAINTEXT', which shows the login to the network, so it is accepted for"
                            + " this machine only: set SASL_SSL");
        }
        return problems;
    }

    private static List<String> trust(Map<String, String> given, KafkaSecurity security) {
        String file = given.get("truststoreFile");
        if (file == null) {
            return Stream.of("truststorePassword", "truststoreType")
                    .filter(given::containsKey)
                    .map(parameter ->
                            parameter + " is given without truststoreFile: give both, or none to trust what the"
                                    + " Java runtime trusts")
                    .toList();
        }
        if (!security.encrypts()) {
            return List.of("truststoreFile is given, but securityProtocol " + security
                    + " does not encrypt: set SSL or SASL_SSL, or leave truststoreFile out");
        }
        Path path = Path.of(file);
        return Files.isRegularFile(path) && Files.isReadable(path)
                ? List.of()
                : List.of("truststoreFile is '" + file + "', which is no file that can be read");
    }

    private static boolean isLoopback(String brokers) {
        return Stream.of(brokers.split(","))
                .map(broker -> broker.replaceFirst(":\\d*$", ""))
                .allMatch(Loopback::is);
    }
}
