package io.ledgerbridge.bigcommerce.signatures;

import io.ledgerbridge.bigcommerce.Shops;
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

    private final Shops shops;
    private final Clock clock;
    private final Map<String, ReadSecret> known = new ConcurrentHashMap<>();

    SigningSecrets(Shops shops, Clock clock) {
        this.shops = shops;
        this.clock = clock;
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

    private ReadSecret remembered(String store) {
        Instant now = clock.instant();
        ReadSecret last = known.get(store);
        if (last != null && !last.isOlderThan(REMEMBERED, now)) {
            return last;
        }
        return known.compute(
                store,
                (key, one) -> one == null || one.isOlderThan(REMEMBERED, now)
                        ? ReadSecret.first(shops.clientSecret(store), now)
                        : one);
    }

    /** The secret as it is now, where it is another than that and may be looked for. */
    private Optional<String> newer(String store, Optional<String> wrong) {
        Instant now = clock.instant();
        ReadSecret looked = known.compute(
                store,
                (key, one) -> one != null && one.mayLook(now) ? one.lookedAgain(shops.clientSecret(store), now) : one);
        return looked == null || looked.secret().equals(wrong) ? Optional.empty() : looked.secret();
    }

    /** In this process a stored secret holds at once, and the one before no longer. */
    @TransactionalEventListener(fallbackExecution = true)
    void stored(CredentialStored event) {
        if (event.name() == CredentialName.BIGCOMMERCE_CLIENT_SECRET) {
            known.remove(event.store());
        }
    }
}
