package org.almbridge.source;

import java.util.Properties;
import org.apache.kafka.common.config.SaslConfigs;

/** Turns user name and password into what Kafka's client logs in with. */
final class KafkaLogin {

    /** Names under which the template hands the login over; no properties of Kafka. */
    static final String USERNAME = "loginName";

    static final String PASSWORD = "loginPassword";

    private static final String MODULES = "org.apache.kafka.common.security.";

    private KafkaLogin() {}

    /** The same properties, with the login where the client looks for it when there is one. */
    static Properties complete(Properties properties) {
        Properties complete = new Properties();
        complete.putAll(properties);
        Object username = complete.remove(USERNAME);
        Object password = complete.remove(PASSWORD);
        if (username != null && password != null) {
            complete.put(
                    SaslConfigs.SASL_JAAS_CONFIG,
                    module(complete.getProperty(SaslConfigs.SASL_MECHANISM)) + " required username="
                            + quoted(text(username)) + " password=" + quoted(text(password)) + ";");
        }
        return complete;
    }

    private static String module(String mechanism) {
        return MODULES + (mechanism.equals("PLAIN") ? "plain.PlainLoginModule" : "scram.ScramLoginModule");
    }

    private static String text(Object value) {
        return value instanceof char[] characters ? new String(characters) : value.toString();
    }

    private static String quoted(String value) {
        return '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
