package io.ledgerbridge.catchup;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;

/**
 * The rows of runs over the orders of past days, whose list is read a page at a time.
 *
 * @param table {@code backfill} or {@code shadow_run}
 */
public record RunRows(JdbcClient jdbc, String table) {

    /** So many runs are listed at once; those that were asked for later wait. */
    private static final int MOST_AT_ONCE = 100;

    /** A run, and how it is held: whoever pauses it sees that at once. */
    public record Run(long id, boolean listed, @Nullable String held) {

        static Run of(ResultSet row, int index) throws SQLException {
            return new Run(row.getLong("id"), row.getBoolean("listed"), row.getString("held"));
        }
    }

    /** A run of which nothing is listed yet: its number. */
    public long insert(String store, BackfillDays days, ZoneId zone, Instant now) {
        KeyHolder key = new GeneratedKeyHolder();
        jdbc.sql("INSERT INTO " + table
                        + " (store, first_day, last_day, created_from, created_to, last_order, listed, asked_at)"
                        + " VALUES (:store, :first, :last, :from, :to, 0, FALSE, :now)")
                .param("store", store)
                .param("first", Date.valueOf(days.first()))
                .param("last", Date.valueOf(days.last()))
                .param("from", days.from(zone).atOffset(ZoneOffset.UTC))
                .param("to", days.to(zone).atOffset(ZoneOffset.UTC))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update(key, "id");
        return Objects.requireNonNull(key.getKey()).longValue();
    }

    /** The newest of a store and these days that nobody has stopped; empty where there is none. */
    public Optional<Long> newest(String store, BackfillDays days) {
        return jdbc.sql("SELECT id FROM " + table + " WHERE store = :store AND first_day = :first AND last_day = :last"
                        + " AND (held IS NULL OR held <> 'stopped') ORDER BY id DESC LIMIT 1")
                .param("store", store)
                .param("first", days.first())
                .param("last", days.last())
                .query(Long.class)
                .optional();
    }

    /** Whose it is; empty where there is no such run. */
    public Optional<String> store(long id) {
        return jdbc.sql("SELECT store FROM " + table + " WHERE id = :id")
                .param("id", id)
                .query(String.class)
                .optional();
    }

    /** One of them; empty where there is no such run. */
    public Optional<Run> find(long id) {
        return jdbc.sql("SELECT id, listed, held FROM " + table + " WHERE id = :id")
                .param("id", id)
                .query(Run::of)
                .optional();
    }

    /**
     * Those that were asked for last, the newest first.
     *
     * @param store null for every store
     * @param before the number of the run behind which they come; null for the newest
     */
    public List<Run> last(@Nullable String store, @Nullable Long before, int most) {
        return jdbc.sql("SELECT id, listed, held FROM " + table
                        + " WHERE (:every OR store = :store) AND id < :before ORDER BY id DESC LIMIT :most")
                .param("before", before == null ? Long.MAX_VALUE : before)
                .param("every", store == null)
                .param("store", store == null ? "" : store)
                .param("most", most)
                .query(Run::of)
                .list();
    }

    /** The next page of each that isn't listed to its end, or held. */
    public List<BackfillPage> unlisted() {
        return jdbc.sql("SELECT id, store, created_from, created_to, last_order FROM " + table
                        + " WHERE NOT listed AND held IS NULL ORDER BY id LIMIT :most")
                .param("most", MOST_AT_ONCE)
                .query(BackfillPage::of)
                .list();
    }

    /** Whether a page was the next; another process may have read it. */
    public boolean moveOn(BackfillPage page, long last, boolean end) {
        int moved = jdbc.sql("UPDATE " + table + " SET last_order = :last, listed = :end"
                        + " WHERE id = :id AND last_order = :before AND NOT listed AND held IS NULL")
                .param("last", last)
                .param("end", end)
                .param("id", page.id())
                .param("before", page.lastOrder())
                .update();
        return moved == 1;
    }
}
