package org.almbridge.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.almbridge.SteppedClock;
import org.junit.jupiter.api.Test;

class FileOutagesTest {

    private final SteppedClock clock = new SteppedClock();
    private final SourceOutages servers = new SourceOutages(clock);
    private final FileOutages files = new FileOutages(servers);

    @Test
    void waitsLongerAfterEveryLookAndTellsOnce() {
        assertThat(files.failed("hr", "a.csv", "denied")).isTrue();
        files.lookEnded("hr");
        assertThat(files.rests("hr")).isTrue();

        clock.advance(1_000);
        assertThat(files.rests("hr")).isFalse();
        assertThat(files.failed("hr", "a.csv", "denied")).isFalse();
        files.lookEnded("hr");
        clock.advance(1_999);
        assertThat(files.rests("hr")).isTrue();
    }

    @Test
    void countsOneFileALook() {
        files.failed("hr", "a.csv", "denied");
        assertThat(files.failed("hr", "b.csv", "denied")).isFalse();
        files.lookEnded("hr");

        clock.advance(1_000);
        assertThat(files.rests("hr")).isFalse();
    }

    @Test
    void endsWithALookInWhichNoFileFailed() {
        files.failed("hr", "a.csv", "denied");
        files.lookEnded("hr");
        files.lookEnded("hr");

        assertThat(files.rests("hr")).isFalse();
        assertThat(files.failed("hr", "a.csv", "denied")).isTrue();
    }

    @Test
    void leavesTheServerAndOtherSourcesOutOfIt() {
        files.failed("hr", "a.csv", "denied");

        assertThat(servers.rests("hr")).isFalse();
        assertThat(files.rests("it")).isFalse();
    }
}
