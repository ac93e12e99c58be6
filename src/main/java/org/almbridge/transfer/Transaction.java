package org.almbridge.transfer;

import java.sql.Connection;
import java.sql.SQLException;

/** Work on a connection that comes to nothing unless it is committed, whatever ends it. */
record Transaction(Connection connection) implements AutoCloseable {

    /** A pool would commit what it gets back. */
    @Override
    public void close() throws SQLException {
        try {
            connection.rollback();
        } finally {
            connection.close();
        }
    }
}
