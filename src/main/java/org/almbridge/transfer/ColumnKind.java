package org.almbridge.transfer;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Locale;
import org.almbridge.ledger.StorableText;

/** What a column takes. SQLite would take anything anywhere, and the bridge would stumble over it later. */
enum ColumnKind {
    TEXT(Types.VARCHAR) {
        @Override
        boolean takes(JsonNode value) {
            return value.isTextual();
        }

        @Override
        void bind(PreparedStatement statement, int index, JsonNode value) throws SQLException {
            statement.setString(index, StorableText.of(value.textValue()));
        }
    },
    INTEGER(Types.INTEGER) {
        @Override
        boolean takes(JsonNode value) {
            return value.isIntegralNumber() && value.canConvertToInt();
        }

        @Override
        void bind(PreparedStatement statement, int index, JsonNode value) throws SQLException {
            statement.setInt(index, value.intValue());
        }
    },
    BIGINT(Types.BIGINT) {
        @Override
        boolean takes(JsonNode value) {
            return value.isIntegralNumber() && value.canConvertToLong();
        }

        @Override
        void bind(PreparedStatement statement, int index, JsonNode value) throws SQLException {
            statement.setLong(index, value.longValue());
        }
    };

    private final int sqlType;

    ColumnKind(int sqlType) {
        this.sqlType = sqlType;
    }

    /** Of {@link Types}. */
    int sqlType() {
        return sqlType;
    }

    abstract boolean takes(JsonNode value);

    abstract void bind(PreparedStatement statement, int index, JsonNode value) throws SQLException;

    /** @param type as the driver calls it, of SQLite or PostgreSQL */
    static ColumnKind of(String type) {
        return switch (type.toUpperCase(Locale.ROOT)) {
            case "TEXT" -> TEXT;
            case "INTEGER", "INT4" -> INTEGER;
            case "BIGINT", "INT8" -> BIGINT;
            default -> throw new IllegalArgumentException("a column of type " + type);
        };
    }
}
