package io.ledgerbridge.sagex3.login;

import io.ledgerbridge.faults.Seconds;
import io.ledgerbridge.sagex3.FolderSettings;
import io.ledgerbridge.sagex3.Folders;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which stores a person has to pair with Sage X3, and which of them soon. {@link AuthorizationCodeFlow} pairs them. */
@Component
public class Pairings {

    private static final Logger LOG = LoggerFactory.getLogger(Pairings.class);

    private final Folders folders;
    private final TokenStates logins;
    private final Clock clock;

    Pairings(Folders folders, TokenStates logins, Clock clock) {
        this.folders = folders;
        this.logins = logins;
        this.clock = clock;
    }

    /** A refresh token was stored by hand, where pairing was done elsewhere; the running transaction goes on. */
    @Transactional
    public void pairedElsewhere(String store) {
        logins.lock(store);
        logins.write(TokenState.paired(store, null, null).granted(null, clock.instant()));
    }

    /** The client's secret was stored, for want of which the refresh token may have been refused: both are tried again. */
    @Transactional
    public void tryAgain(String store) {
        TokenState login = logins.lock(store);
        logins.write(login.toBeTriedAgain());
    }

    /** Whether a store is one that has to be paired at all. */
    public boolean isPaired(String store) {
        return folders.find(store).filter(folder -> folder.auth().isPaired()).isPresent();
    }

    /** Warns of each store whose refresh token ends soon, that needs pairing, or whose endpoint of then is ignored. */
    public void warn() {
        folders.all().keySet().stream().filter(this::isPaired).forEach(this::warn);
    }

    private void warn(String store) {
        TokenState login = logins.find(store).orElseGet(() -> TokenState.unknown(store));
        if (login.needsPairing()) {
            LOG.warn(
                    "Store {} has needed pairing since {}; its orders wait",
                    store,
                    Seconds.of(login.needsPairingSince()));
        } else if (login.endsSoon(clock.instant())) {
            LOG.warn(
                    "The refresh token of store {} ends at {}; pair it again",
                    store,
                    Seconds.of(login.refreshTokenEndsAt()));
        }
        FolderSettings folder = folders.of(store);
        if (login.endpoint() != null && login.endpointUnder(folder) == null) {
            LOG.warn(
                    "Store {} ignores endpoint {}, which X3 named while endpoint|token-url were {}; now they are {}: pair it again if X3 is to name one for them",
                    store,
                    login.endpoint(),
                    login.namedUnder(),
                    folder.namedUnder());
        }
    }
}
