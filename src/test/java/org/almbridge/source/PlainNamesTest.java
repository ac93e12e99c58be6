package org.almbridge.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.camel.component.file.GenericFile;
import org.apache.camel.component.file.remote.RemoteFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainNamesTest {

    private final PlainNames names = new PlainNames();

    /** A server answers what it likes; a real one would not send a slash. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "a/../../evil.csv",
                "a\\..\\..\\evil.csv",
                "line\nbreak.csv",
                "line\u2028break.csv",
                "next\u0085line.csv",
                "nul\0.csv",
                "gr\ufffd\ufffde.csv"
            })
    void leavesAloneWhatLeadsElsewhere(String name) {
        assertThat(names.accept(named(new GenericFile<>(), name))).isFalse();
        assertThat(names.accept(named(new RemoteFile<>(), name))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"*.csv", "new hires?.csv"})
    void leavesPatternsAloneOnAServerOnly(String name) {
        assertThat(names.accept(named(new RemoteFile<>(), name))).isFalse();
        assertThat(names.accept(named(new GenericFile<>(), name))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"people.csv", "-rf.csv", "%2e%2e%2f.csv", "${date:now}.csv", "'\".csv", "Zo\u00eb.csv"})
    void takesWhatIsOnlyAName(String name) {
        assertThat(names.accept(named(new RemoteFile<>(), name))).isTrue();
    }

    @Test
    void leavesRoomForTheTimeAndTheReasonInBytes() {
        assertThat(names.accept(named(new GenericFile<>(), "\u00eb".repeat(114))))
                .isTrue();
        assertThat(names.accept(named(new GenericFile<>(), "\u00eb".repeat(114) + "e")))
                .isFalse();
    }

    private static GenericFile<Object> named(GenericFile<Object> file, String name) {
        file.setFileNameOnly(name);
        file.setEndpointPath("people");
        file.setAbsoluteFilePath("people/" + name);
        return file;
    }
}
