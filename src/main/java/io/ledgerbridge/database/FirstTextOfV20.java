package io.ledgerbridge.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.springframework.stereotype.Component;

/**
 * The migration V20 has had two texts, and Flyway refuses a database that another text than today's has migrated. This takes the
 * first one for today's: what was wrong in it is mended by V26. Any third text is refused as before.
 */
@Component
class FirstTextOfV20 implements Callback {

    /** As Flyway computes and keeps them. */
    static final int FIRST = 108_013_148;

    static final int TODAYS = -169_320_640;

    @Override
    public boolean supports(Event event, Context context) {
        return event == Event.BEFORE_VALIDATE;
    }

    @Override
    public boolean canHandleInTransaction(Event event, Context context) {
        return true;
    }

    @Override
    public void handle(Event event, Context context) {
        String history = context.getConfiguration().getTable();
        try {
            Connection connection = context.getConnection();
            if (exists(history, connection)) {
                takeForTodays(history, connection);
            }
        } catch (SQLException failed) {
            throw new FlywayException("The text of V20 in " + history + " can't be looked up", failed);
        }
    }

    @Override
    public String getCallbackName() {
        return "first text of V20";
    }

    private static boolean exists(String history, Connection connection) throws SQLException {
        try (ResultSet tables = connection.getMetaData().getTables(null, connection.getSchema(), history, null)) {
            return tables.next();
        }
    }

    private static void takeForTodays(String history, Connection connection) throws SQLException {
        String sql =
                "UPDATE \"%s\" SET \"checksum\" = ? WHERE \"version\" = '20' AND \"checksum\" = ?".formatted(history);
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            update.setInt(1, TODAYS);
            update.setInt(2, FIRST);
            update.executeUpdate();
        }
    }
}
