package org.almbridge.transfer;

import java.sql.Connection;
import java.sql.SQLException;

/** The table that is being filled; lines of one table follow each other. */
final class Fillers implements AutoCloseable {

    private final Connection connection;
    private String table;
    private TableFiller filler;

    Fillers(Connection connection) {
        this.connection = connection;
    }

    TableFiller of(String name) throws SQLException, TransferException {
        if (!name.equals(table)) {
            flush();
            close();
            filler = new TableFiller(connection, name);
            table = name;
        }
        return filler;
    }

    void flush() throws SQLException, TransferException {
        if (filler != null) {
            filler.flush();
        }
    }

    @Override
    public void close() throws SQLException {
        if (filler != null) {
            filler.close();
        }
    }
}
