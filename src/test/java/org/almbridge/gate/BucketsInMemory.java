package org.almbridge.gate;

import io.github.bucket4j.distributed.proxy.ClientSideConfig;
import io.github.bucket4j.distributed.proxy.generic.compare_and_swap.AbstractCompareAndSwapBasedProxyManager;
import io.github.bucket4j.distributed.proxy.generic.compare_and_swap.AsyncCompareAndSwapOperation;
import io.github.bucket4j.distributed.proxy.generic.compare_and_swap.CompareAndSwapOperation;
import io.github.bucket4j.distributed.remote.RemoteBucketState;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Buckets of Bucket4j that several bridges of one test share: what PostgreSQL would keep, as bytes in a map. */
final class BucketsInMemory extends AbstractCompareAndSwapBasedProxyManager<String> {

    private final Map<String, byte[]> rows;

    /** @param clock that of one bridge */
    BucketsInMemory(Map<String, byte[]> rows, Clock clock) {
        super(ClientSideConfig.getDefault().withClientClock(BucketQuota.time(clock)));
        this.rows = rows;
    }

    @Override
    protected CompareAndSwapOperation beginCompareAndSwapOperation(String key) {
        return new CompareAndSwapOperation() {
            @Override
            public Optional<byte[]> getStateData(Optional<Long> timeoutNanos) {
                return Optional.ofNullable(rows.get(key));
            }

            @Override
            public boolean compareAndSwap(
                    byte[] before, byte[] after, RemoteBucketState state, Optional<Long> timeoutNanos) {
                rows.put(key, after);
                return true;
            }
        };
    }

    @Override
    public void removeProxy(String key) {
        rows.remove(key);
    }

    @Override
    public boolean isAsyncModeSupported() {
        return false;
    }

    @Override
    protected AsyncCompareAndSwapOperation beginAsyncCompareAndSwapOperation(String key) {
        throw new UnsupportedOperationException("the bridge asks and waits");
    }

    @Override
    protected CompletableFuture<Void> removeAsync(String key) {
        throw new UnsupportedOperationException("the bridge asks and waits");
    }
}
