package org.almbridge.alert;

import java.sql.SQLException;
import java.util.Map;

/** Remembers how far people have been told. */
interface AlertBook {

    Map<AlertKey, Standing> read() throws SQLException;

    /** Takes effect soon. */
    void put(Standing standing);

    /** Takes effect soon. */
    void remove(AlertKey key);

    /** Whether everything that was given has taken effect. */
    boolean isUpToDate();
}
