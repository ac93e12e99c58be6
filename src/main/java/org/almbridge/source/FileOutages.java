package org.almbridge.source;

import jakarta.inject.Singleton;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/** Keeps a file that can be neither read nor shelved from being read at every look, and from being told of each time. */
@Singleton
class FileOutages {

    private static final Logger LOG = Logger.getLogger(FileOutages.class);

    private final SourceOutages outages;
    private final Set<String> failedInThisLook = ConcurrentHashMap.newKeySet();

    FileOutages(SourceOutages outages) {
        this.outages = outages;
    }

    /** Whether it is too early for the source's next look. */
    boolean rests(String source) {
        return outages.rests(key(source));
    }

    /**
     * Notes a file that stays where it is. Of several in one look the first counts, so that a full folder neither waits
     * longer nor tells more than a single file does.
     *
     * @return whether this deserves a line of its own in the log
     */
    boolean failed(String source, String file, String reason) {
        return failedInThisLook.add(source) && outages.failed(key(source), file + ": " + reason);
    }

    /** Notes that every file of a look was dealt with. */
    void lookEnded(String source) {
        if (!failedInThisLook.remove(source)) {
            outages.over(key(source))
                    .ifPresent(outage -> LOG.infof(
                            "source %s: no file is kept from its shelf any more, after %d s",
                            source, outage.toSeconds()));
        }
    }

    /** Apart from the outage of the source's server; a name in the configuration has no slash. */
    static String key(String source) {
        return source + "/files";
    }
}
