package org.almbridge.transfer;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/** Puts rows into one table, some hundreds at a time. */
final class TableFiller implements AutoCloseable {

    private static final int AT_ONCE = 500;

    private record Row(long line, JsonNode values) {}

    private final Connection connection;
    private final String table;
    private final List<Column> columns;
    private final PreparedStatement insert;
    private final List<Row> rows = new ArrayList<>();

    TableFiller(Connection connection, String table) throws SQLException {
        this.connection = connection;
        this.table = table;
        columns = Column.of(connection, table);
        insert = connection.prepareStatement("INSERT INTO " + table + " ("
                + columns.stream().map(Column::name).collect(Collectors.joining(", ")) + ") VALUES ("
                + String.join(", ", Collections.nCopies(columns.size(), "?")) + ")");
    }

    void add(LedgerReader reader, JsonNode values) throws SQLException, TransferException {
        for (Column column : columns) {
            JsonNode value = values.get(column.name());
            if (value == null) {
                throw reader.wrong("has no " + column.name() + ", which table " + table + " has");
            }
            if (!value.isNull() && !column.kind().takes(value)) {
                throw reader.wrong("has something in " + column.name() + " that column " + column.name() + " of table "
                        + table + " does not take, a " + column.kind());
            }
        }
        if (values.size() > columns.size()) {
            throw reader.wrong("has more than the columns of table " + table);
        }
        rows.add(new Row(reader.line(), values));
        if (rows.size() == AT_ONCE) {
            flush();
        }
    }

    void flush() throws SQLException, TransferException {
        Savepoint before = connection.setSavepoint();
        try {
            for (Row row : rows) {
                bind(row);
                insert.addBatch();
            }
            insert.executeBatch();
        } catch (SQLException e) {
            connection.rollback(before);
            findTheWrongOne();
        }
        connection.releaseSavepoint(before);
        rows.clear();
    }

    private void bind(Row row) throws SQLException {
        for (int i = 0; i < columns.size(); i++) {
            Column column = columns.get(i);
            JsonNode value = row.values().get(column.name());
            if (value.isNull()) {
                insert.setNull(i + 1, column.kind().sqlType());
            } else {
                column.kind().bind(insert, i + 1, value);
            }
        }
    }

    /** A database that refuses some hundred rows does not always tell which, and its message would show a person's data. */
    private void findTheWrongOne() throws SQLException, TransferException {
        insert.clearBatch();
        for (Row row : rows) {
            bind(row);
            try {
                insert.executeUpdate();
            } catch (SQLException e) {
                throw refused(row, e);
            }
        }
    }

    private TransferException refused(Row row, SQLException e) {
        return new TransferException("line " + row.line() + " of bridge.transfer.file is refused by table " + table
                + " (SQL state " + e.getSQLState() + ", code " + e.getErrorCode() + "). "
                + (breaksAConstraint(e)
                        ? "Its key is there already, or a value is missing: the file is not as the export wrote it. Copy"
                                + " it, or export, again."
                        : "Look into the database's log and at the space on its disk; then run the import again."));
    }

    private static boolean breaksAConstraint(SQLException e) {
        return e.getSQLState() == null
                ? e.getErrorCode() == 19
                : e.getSQLState().startsWith("23");
    }

    @Override
    public void close() throws SQLException {
        insert.close();
    }
}
