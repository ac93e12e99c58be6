package org.almbridge.contract;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * One file of deploy/container.
 *
 * @param lines its instructions, without comments
 */
record Dockerfile(List<String> lines) {

    /** Who runs the bridge in a container. */
    static final long USER = 10001;

    /** Where the bridge runs, and all it may write. */
    static final String WORK = "/var/lib/alm-bridge";

    static Dockerfile of(String kind) {
        String text = Manifests.text(Path.of("deploy/container/Dockerfile." + kind));
        return new Dockerfile(text.replace("\\\n", " ")
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList());
    }

    /** What stands behind an instruction, each time that it is there. */
    Stream<String> all(String instruction) {
        return lines.stream()
                .filter(line -> line.startsWith(instruction + " "))
                .map(line -> line.substring(instruction.length() + 1));
    }
}
