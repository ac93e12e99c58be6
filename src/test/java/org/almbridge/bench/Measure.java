package org.almbridge.bench;

import java.nio.file.Path;

/** One thing to find out, which ends as a table. */
interface Measure {

    /** @param folder for the logs and whatever else is left behind */
    void run(Options options, Path folder) throws Exception;
}
