package org.almbridge.api;

import jakarta.inject.Singleton;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.almbridge.BridgeConfig;
import org.almbridge.Sha256;

/** Knows the callers of the API by the hashes of their keys; the keys themselves are nowhere. */
@Singleton
class ApiKeys {

    /** Whom a key stands for, and what they may do. */
    record Caller(String name, Set<String> roles) {}

    private record Entry(byte[] hash, Caller caller) {}

    private static final String PREFIX = "sha256:";

    private final List<Entry> entries;

    ApiKeys(BridgeConfig config) {
        entries = config.api().keys().entrySet().stream()
                .map(key -> entry(key.getKey(), key.getValue()))
                .toList();
    }

    private static Entry entry(String name, BridgeConfig.ApiKey key) {
        byte[] hash = HexFormat.of().parseHex(key.hash().substring(PREFIX.length()));
        return new Entry(hash, new Caller(name, Set.copyOf(key.roles())));
    }

    /** Looks at every hash, so that the time taken says nothing of which one was close. */
    Optional<Caller> caller(String key) {
        byte[] hash = Sha256.of(key);
        Caller found = null;
        for (Entry entry : entries) {
            if (MessageDigest.isEqual(entry.hash(), hash)) {
                found = entry.caller();
            }
        }
        return Optional.ofNullable(found);
    }
}
