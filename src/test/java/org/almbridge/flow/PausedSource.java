package org.almbridge.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.almbridge.support.Api;
import org.almbridge.support.Inbox;
import org.almbridge.support.Operator;
import org.almbridge.support.Simulator;

/** Proves of a source, whatever its kind, that it reads nothing while it is paused, and goes on afterwards. */
final class PausedSource {

    /** Brings people to a source; the name, before the @ of the address, may be that of a file. */
    interface Sender {
        void send(String name, String email) throws IOException;
    }

    private PausedSource() {}

    static void readsAgain(Simulator alm, String source, Sender sender) throws IOException {
        for (int time = 1; time <= 2; time++) {
            String before = source + "-before-" + time;
            sender.send(before, before + "@example.com");
            alm.awaitEnrolled(before + "@example.com");
            String name = source + "-paused-" + time;
            String paused = name + "@example.com";

            Operator.post("/api/sources/" + source + "/pause", "{\"reason\": \"a look at it\"}")
                    .statusCode(200);
            sender.send(name, paused);
            pass(alm, source + "-" + time);
            assertThat(alm.calls(paused)).isEmpty();

            Operator.post("/api/sources/" + source + "/resume", null).statusCode(200);
            alm.awaitEnrolled(paused);
            assertThat(alm.creates(paused)).hasSize(1);
        }
    }

    /** Who comes in another way is through, and so long the source would have been looked at several times. */
    static void pass(Simulator alm, String name) {
        String email = "beside-" + name + "@example.com";
        Api.csv(Inbox.people(email)).statusCode(202);
        alm.awaitEnrolled(email);
    }
}
