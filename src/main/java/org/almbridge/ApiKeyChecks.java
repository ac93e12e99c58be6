package org.almbridge;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Finds keys of the API that would let nobody in; repeats no value, which may be a key where its hash belongs. */
final class ApiKeyChecks {

    private static final Pattern HASH = Pattern.compile("sha256:[0-9a-fA-F]{64}");
    private static final Set<String> ROLES = new TreeSet<>(Set.of("submit", "view", "operate"));

    private ApiKeyChecks() {}

    static List<String> problems(Map<String, BridgeConfig.ApiKey> keys) {
        List<String> problems = new ArrayList<>();
        keys.forEach((name, key) -> {
            String prefix = "bridge.api.keys." + name + ".";
            if (!HASH.matcher(key.hash()).matches()) {
                problems.add(prefix + "hash is no hash: write sha256: and the 64 hexadecimal digits that"
                        + " 'printf %s \"$KEY\" | openssl dgst -sha256' prints");
            }
            if (!ROLES.containsAll(key.roles())) {
                problems.add(prefix + "roles has an unknown role: give one or several of " + String.join(", ", ROLES));
            }
        });
        return problems;
    }
}
