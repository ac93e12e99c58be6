package org.almbridge.contract;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.almbridge.Sha256;

/** A bridge that has all it needs to start, and nothing to do but to answer callers of each role. */
public class ContractProfile implements QuarkusTestProfile {

    /** By role. */
    static final Map<String, String> KEYS = Map.of(
            "submit", "key-that-may-submit",
            "view", "key-that-may-view",
            "operate", "key-that-may-operate");

    @Override
    public Map<String, String> getConfigOverrides() {
        Map<String, String> properties = new HashMap<>(Map.of(
                "bridge.alm.base-url", "http://localhost:1",
                "bridge.alm.access-token", "none",
                "bridge.ledger.url", "jdbc:sqlite:target/contract/${quarkus.uuid}.db",
                "bridge.api.upload-directory", "target/contract/uploads"));
        KEYS.forEach((role, key) -> {
            properties.put(
                    "bridge.api.keys." + role + ".hash",
                    "sha256:" + HexFormat.of().formatHex(Sha256.of(key)));
            properties.put("bridge.api.keys." + role + ".roles", role);
        });
        return properties;
    }
}
