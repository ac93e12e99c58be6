package org.almbridge.alm;

import java.util.Optional;

/** Where what is known of ALM's lag outlives the process. */
interface LagStore {

    /** Empty when nothing was kept under that name, or when it cannot be read now. */
    Optional<String> kept(String name);

    /** Does not wait: what is lost with the process is learned again. */
    void keep(String name, String snapshot);
}
