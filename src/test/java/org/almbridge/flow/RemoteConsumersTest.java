package org.almbridge.flow;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.almbridge.support.AlmSimulatorResource;
import org.almbridge.support.Bucket;
import org.almbridge.support.FastRetryProfile;
import org.almbridge.support.Mailbox;
import org.almbridge.support.Patience;
import org.almbridge.support.RemoteConsumersResource;
import org.almbridge.support.Simulator;
import org.junit.jupiter.api.Test;

/** The consumers that the guide shows as sources of the kind {@code uri}. */
@QuarkusTest
@TestProfile(FastRetryProfile.class)
@WithTestResource(AlmSimulatorResource.class)
@WithTestResource(RemoteConsumersResource.class)
class RemoteConsumersTest {

    Simulator alm;
    Mailbox mailbox;
    Bucket bucket;

    @Test
    void takesAMailOutOfAMailbox() {
        mailbox.receive("email,name\nby-mail@example.com,Ada Example\n");

        alm.awaitEnrolled("by-mail@example.com");
        Patience.awaiting("an empty mailbox").until(mailbox::isEmpty);
    }

    @Test
    void takesAnObjectOutOfABucket() {
        bucket.put("people/2026.csv", "email,name\nby-bucket@example.com,Grace Example\n");

        alm.awaitEnrolled("by-bucket@example.com");
        Patience.awaiting("an empty bucket").until(() -> !bucket.holds("people/2026.csv"));
    }
}
