package io.ledgerbridge.bigcommerce;

import io.ledgerbridge.credentials.CredentialName;
import io.ledgerbridge.credentials.CredentialStored;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * What deliveries are signed with, remembered for a moment: forged ones cost no look into the database each. A secret that
 * another process stores holds here with the first delivery that is signed with it, and the one before no longer than
 * ten seconds.
 */
@Component
class SigningSecrets {

    private static final Duration REMEMBERED = Duration.ofSeconds(10);

    /** So often is looked for a newer secret within a second. */
    private static final int LOOKS = 5;

    private final Shops shops;
    private final Clock clock;
    private final Map<String, Known> known = new ConcurrentHashMap<>();

    SigningSecrets(Shops shops, Clock clock) {
        this.shops = shops;
        this.clock = clock;
    }

    /** @param looks how often it was looked for since {@code lookedFrom}, for want of a right one */
    private record Known(Optional<String> secret, Instant readAt, Instant lookedFrom, int looks) {

        boolean isOlderThan(Duration age, Instant now) {
            return now.isBefore(readAt) || !now.isBefore(readAt.plus(age));
        }

        boolean mayLook(Instant now) {
            return looks < LOOKS || now.isBefore(lookedFrom) || !now.isBefore(lookedFrom.plusSeconds(1));
        }
    }

    /**
     * Whether a signature holds under the store's secret.
     *
     * @param check asks for the secret only where it needs it
     */
    boolean prove(String store, Predicate<Supplier<Optional<String>>> check) {
        AtomicReference<Optional<String>> asked = new AtomicReference<>();
        Supplier<Optional<String>> last =
                () -> asked.updateAndGet(none -> remembered(store).secret());
        if (check.test(last)) {
            return true;
        }
        Optional<String> wrong = asked.get();
        return wrong != null
                && newer(store, wrong)
                        .filter(secret -> check.test(() -> Optional.of(secret)))
                        .isPresent();
    }

    private Known remembered(String store) {
        Instant now = clock.instant();
        Known last = known.get(store);
        if (last != null && !last.isOlderThan(REMEMBERED, now)) {
            return last;
        }
        return known.compute(
                store,
                (key, one) -> one == null || one.isOlderThan(REMEMBERED, now)
                        ? new Known(shops.clientSecret(store), now, now, 0)
                        : one);
    }

    /** The secret as it is now, where it is another than that and may be looked for. */
    private Optional<String> newer(String store, Optional<String> wrong) {
        Instant now = clock.instant();
        Known looked = known.compute(
                store, (key, one) -> one != null && one.mayLook(now) ? lookedAgain(store, one, now) : one);
        return looked == null || looked.secret().equals(wrong) ? Optional.empty() : looked.secret();
    }

    private Known lookedAgain(String store, Known last, Instant now) {
        boolean sameSecond = now.isBefore(last.lookedFrom().plusSeconds(1)) && !now.isBefore(last.lookedFrom());
        return new Known(
                shops.clientSecret(store),
                now,
                sameSecond ? last.lookedFrom() : now,
                sameSecond ? last.looks() + 1 : 1);
    }

    /** In this process a stored secret holds at once, and the one before no longer. */
    @TransactionalEventListener(fallbackExecution = true)
    void stored(CredentialStored event) {
        if (event.name() == CredentialName.BIGCOMMERCE_CLIENT_SECRET) {
            known.remove(event.store());
        }
    }
}
