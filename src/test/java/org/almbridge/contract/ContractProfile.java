package org.almbridge.contract;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** A bridge that has all it needs to start, and nothing to do. */
public class ContractProfile implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "bridge.alm.base-url", "http://localhost:1",
                "bridge.alm.access-token", "none",
                "bridge.ledger.url", "jdbc:sqlite:target/contract/${quarkus.uuid}.db");
    }
}
