package io.ledgerbridge.sagex3.login;

import io.ledgerbridge.logging.Words;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The rows of {@link TokenState}, which say who may ask for tokens, over all replicas. */
@Repository
public class TokenStates {

    private static final Logger LOG = LoggerFactory.getLogger(TokenStates.class);

    private final JdbcClient jdbc;
    private final Words words;

    TokenStates(JdbcClient jdbc, Words words) {
        this.words = words;
        this.jdbc = jdbc;
    }

    /** Locks a store's row until the running transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public TokenState lock(String store) {
        jdbc.sql("INSERT INTO x3_login (store) VALUES (:store) ON CONFLICT DO NOTHING")
                .param("store", store)
                .update();
        return jdbc.sql("SELECT * FROM x3_login WHERE store = :store FOR UPDATE")
                .param("store", store)
                .query((row, index) -> login(row))
                .single();
    }

    @Transactional(readOnly = true)
    public Optional<TokenState> find(String store) {
        return jdbc.sql("SELECT * FROM x3_login WHERE store = :store")
                .param("store", store)
                .query((row, index) -> login(row))
                .optional();
    }

    /** Writes down a login whose row is locked. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void write(TokenState login) {
        jdbc.sql("""
                        UPDATE x3_login SET endpoint = :endpoint, named_under = :under, access_until = :access,
                            refreshed_at = :refreshed, needs_pairing_since = :since, detail = :detail,
                            refused_sha256 = :sha256, renewing_until = :renewing
                        WHERE store = :store""")
                .param("endpoint", login.endpoint())
                .param("under", login.namedUnder())
                .param("access", utc(login.accessUntil()))
                .param("refreshed", utc(login.refreshedAt()))
                .param("since", utc(login.needsPairingSince()))
                .param("detail", words.keptOrNull(login.detail()))
                .param("sha256", login.refusedSha256())
                .param("renewing", utc(login.renewingUntil()))
                .param("store", login.store())
                .update();
    }

    /** Writes down, and warns, that a store needs pairing; the hash is of the request that X3 refused, if it was sent. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void refuse(TokenState login, Instant now, String detail, @Nullable String sha256) {
        LOG.warn("Store {} has to be paired with Sage X3: {}", login.store(), detail);
        write(login.refused(now, detail, sha256));
    }

    private static TokenState login(ResultSet row) throws SQLException {
        return new TokenState(
                row.getString("store"),
                row.getString("endpoint"),
                row.getString("named_under"),
                instant(row, "access_until"),
                instant(row, "refreshed_at"),
                instant(row, "needs_pairing_since"),
                row.getString("detail"),
                row.getString("refused_sha256"),
                instant(row, "renewing_until"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }
}
