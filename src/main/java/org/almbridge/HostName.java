package org.almbridge;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;

/** What this machine calls itself, to tell one bridge from another. */
public final class HostName {

    private HostName() {}

    /** Empty on a machine that does not know. */
    public static Optional<String> find() {
        try {
            return Optional.of(InetAddress.getLocalHost().getHostName());
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }
}
