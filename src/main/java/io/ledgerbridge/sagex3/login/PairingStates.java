package io.ledgerbridge.sagex3.login;

import io.ledgerbridge.database.Sha256;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * The pairings that are begun, each by its state: a random text that X3 sends back with its answer (RFC 6749, 4.1.1). What
 * was begun in one process may be answered in another. Only a hash of a state is stored.
 */
@Repository
class PairingStates {

    private static final Duration ANSWERED_WITHIN = Duration.ofMinutes(10);

    /** The width of {@code begun_by}: an OpenID provider's names are as long as it likes. */
    private static final int LONGEST_NAME = 250;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    PairingStates(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Stores a new state and removes those that have ended. */
    @Transactional
    public String begin(String store, String user) {
        String state = randomText();
        jdbc.sql("DELETE FROM x3_pairing WHERE ends_at <= :now")
                .param("now", now())
                .update();
        jdbc.sql("INSERT INTO x3_pairing (state_sha256, store, begun_by, ends_at) VALUES (:state, :store, :user, :end)")
                .param("state", Sha256.of(state))
                .param("store", store)
                .param("user", user.length() > LONGEST_NAME ? user.substring(0, LONGEST_NAME) : user)
                .param("end", now().plus(ANSWERED_WITHIN))
                .update();
        return state;
    }

    /**
     * Uses a state. Whoever deletes its row has used it; nobody can after that.
     *
     * @return the user who began the pairing
     * @throws PairingRefused if the state is unknown, used, or older than ten minutes
     */
    @Transactional
    public String use(String store, String state) {
        String user = jdbc.sql("SELECT begun_by FROM x3_pairing WHERE state_sha256 = :state AND store = :store")
                .param("state", Sha256.of(state))
                .param("store", store)
                .query(String.class)
                .optional()
                .orElseThrow(PairingStates::unknown);
        int used = jdbc.sql("""
                        DELETE FROM x3_pairing
                        WHERE state_sha256 = :state AND store = :store AND ends_at > :now""")
                .param("state", Sha256.of(state))
                .param("store", store)
                .param("now", now())
                .update();
        if (used == 0) {
            throw unknown();
        }
        return user;
    }

    private static PairingRefused unknown() {
        return new PairingRefused("This pairing is unknown, answered, or older than ten minutes; begin it again");
    }

    private String randomText() {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
