package org.almbridge.alm;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.almbridge.TestConfig;

/** Lags of an index that nobody has met yet. */
final class IndexLags {

    static final LagStore FORGETFUL = new LagStore() {
        @Override
        public Optional<String> kept(String name) {
            return Optional.empty();
        }

        @Override
        public void keep(String name, String snapshot) {
            // forgets it
        }
    };

    private IndexLags() {}

    static IndexLag unknown(Clock clock) {
        return new IndexLag(TestConfig.bridge(), clock, FORGETFUL, () -> false, List.of());
    }
}
