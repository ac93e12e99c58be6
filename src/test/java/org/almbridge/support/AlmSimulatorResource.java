package org.almbridge.support;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.almbridge.simulator.AlmSimulator;
import org.almbridge.simulator.SimulatorSettings;

/** The bridge's whole surroundings: an ALM with a short lag, fresh folders, and a webhook for escalations. */
public class AlmSimulatorResource implements QuarkusTestResourceLifecycleManager {

    /** Stands for the folder of the inbox in a further property. */
    public static final String INBOX = "<inbox>";

    /** Stands for the project's folder in a further property. */
    public static final String PROJECT = "<project>";

    /** Name of an argument that is no property: no other class shares the bridge then; the value says why. */
    public static final String ALONE = "<alone>";

    private final Map<String, String> more = new HashMap<>();
    private Vertx vertx;
    private AlmSimulator simulator;
    private Webhook webhook;
    private Path home;
    private Simulator client;

    /** @param more further properties of the bridge, or {@link #ALONE} */
    @Override
    public void init(Map<String, String> more) {
        this.more.putAll(more);
        this.more.remove(ALONE);
    }

    @Override
    public Map<String, String> start() {
        int port = startAlm();
        client = new Simulator(port);
        webhook = new Webhook();
        home = temporaryFolder();
        Map<String, String> properties = new HashMap<>();
        properties.put("bridge.alm.base-url", "http://localhost:" + port);
        properties.put("bridge.alm.access-token", "simulator-token");
        properties.put("bridge.alm.account-id", "1010");
        properties.put("bridge.enrolments.welcome.lo-id", Simulator.LO);
        properties.put("bridge.enrolments.welcome.lo-instance-id", Simulator.INSTANCE);
        properties.put("bridge.escalation.endpoints[0]", "file:" + home.resolve("escalations"));
        properties.put("bridge.escalation.endpoints[1]", webhook.uri());
        properties.put("bridge.webhooks.secret", WebhookCheck.SECRETS);
        properties.put("bridge.rejects.directory", home.resolve("rejected").toString());
        properties.putAll(ledger());
        properties.put("bridge.sources.drop.kind", "file");
        properties.put("bridge.sources.drop.directory", home.resolve("inbox").toString());
        // files come by a rename; a longer time costs each of them a wait for the next look at it
        properties.put("bridge.sources.drop.quietMs", "1");
        properties.put("bridge.sources.drop.pollIntervalMs", "100");
        String inbox = home.resolve("inbox").toString();
        String project = Path.of("").toAbsolutePath().toString();
        more.forEach(
                (key, value) -> properties.put(key, value.replace(INBOX, inbox).replace(PROJECT, project)));
        return properties;
    }

    /** With {@code -Dtest.ledger=postgresql} the same tests run on a ledger that others could share. */
    private Map<String, String> ledger() {
        return "postgresql".equals(System.getProperty("test.ledger"))
                ? Map.of("bridge.ledger.url", Postgres.shared().newDatabase(), "bridge.ledger.username", Postgres.USER)
                : Map.of(
                        "bridge.ledger.url",
                        "jdbc:sqlite:" + home.resolve("ledger.db"),
                        // no machine is lost here, so nobody has to wait for its disk
                        "quarkus.datasource.sqlite.jdbc.additional-jdbc-properties.synchronous",
                        "OFF");
    }

    /** Answers the port. */
    int startAlm() {
        vertx = Vertx.vertx();
        simulator = new AlmSimulator(vertx, SimulatorSettings.fromJson("""
                {"seed": 7, "lagMinMs": 40, "lagMaxMs": 120,
                 "oauth": {"clientId": "%s", "clientSecret": "%s", "refreshToken": "%s"}}""".formatted(
                        Simulator.CLIENT_ID, Simulator.CLIENT_SECRET, Simulator.REFRESH_TOKEN)));
        return simulator.start(0);
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("alm-bridge-flow");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void inject(TestInjector injector) {
        inject(injector, client);
        inject(injector, webhook);
        inject(injector, new Inbox(home.resolve("inbox")));
        inject(injector, new Escalations(home.resolve("escalations")));
        inject(injector, new Outputs(home));
        inject(injector, new Rejects(home.resolve("rejected")));
    }

    private static void inject(TestInjector injector, Object value) {
        injector.injectIntoFields(value, new TestInjector.MatchesType(value.getClass()));
    }

    @Override
    public void stop() {
        if (webhook != null) {
            webhook.stop();
        }
        if (simulator != null) {
            TestRun.keep(client.users().stream()
                    .flatMap(user -> Stream.of(user.email(), user.name()))
                    .toList());
            simulator.stop();
            vertx.close();
        }
    }
}
