package org.almbridge.support;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** A mailbox and a bucket, and a source of the kind {@code uri} for each. */
public class RemoteConsumersResource implements QuarkusTestResourceLifecycleManager {

    private Mailbox mailbox;
    private Bucket bucket;

    @Override
    public Map<String, String> start() {
        mailbox = new Mailbox();
        bucket = new Bucket();
        return Map.of(
                "bridge.sources.mailbox.kind", "uri",
                "bridge.sources.mailbox.uri", mailbox.uri(),
                "bridge.sources.mailbox.format", "csv",
                "bridge.sources.bucket.kind", "uri",
                "bridge.sources.bucket.uri", bucket.uri(),
                "bridge.sources.bucket.format", "csv",
                "bridge.sources.bucket.input", "${header.CamelAwsS3Key}");
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(mailbox, new TestInjector.MatchesType(Mailbox.class));
        injector.injectIntoFields(bucket, new TestInjector.MatchesType(Bucket.class));
    }

    @Override
    public void stop() {
        if (mailbox != null) {
            mailbox.stop();
        }
        if (bucket != null) {
            bucket.stop();
        }
    }
}
