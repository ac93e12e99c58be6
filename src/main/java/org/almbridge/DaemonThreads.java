package org.almbridge;

import java.util.concurrent.ThreadFactory;

/** Threads that keep no process from ending, known in a thread dump by what they do. */
public final class DaemonThreads {

    private DaemonThreads() {}

    public static ThreadFactory named(String name) {
        return work -> {
            Thread thread = new Thread(work, name);
            thread.setDaemon(true);
            return thread;
        };
    }
}
