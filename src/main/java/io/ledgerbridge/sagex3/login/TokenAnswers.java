package io.ledgerbridge.sagex3.login;

import io.ledgerbridge.database.DatabaseClock;
import io.ledgerbridge.sagex3.Folders;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Stores what Sage's token endpoint answered to whoever had the lease, in the running transaction. */
@Component
class TokenAnswers {

    private static final Logger LOG = LoggerFactory.getLogger(TokenAnswers.class);

    private final Folders folders;
    private final TokenStates logins;
    private final TokenStore tokens;
    private final ApplicationEventPublisher events;
    private final DatabaseClock clock;

    TokenAnswers(
            Folders folders,
            TokenStates logins,
            TokenStore tokens,
            ApplicationEventPublisher events,
            DatabaseClock clock) {
        this.folders = folders;
        this.logins = logins;
        this.tokens = tokens;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Stores an answer and gives the lease back. A grant is dropped if the store has got other tokens meanwhile, as by a
     * pairing; a refusal also if another has the lease by now.
     *
     * @param request what was answered
     * @param asked when it was sent
     * @return whether the answer counts
     */
    boolean store(TokenLease lease, GrantRequest request, TokenReply reply, Instant asked) {
        TokenState login = logins.lock(lease.store());
        if (lease.isOvertaken(login) || (!lease.holds(login) && !(reply instanceof TokenReply.Granted))) {
            LOG.warn("An answer to a request for tokens of store {} came too late to count", login.store());
            return false;
        }
        if (reply instanceof TokenReply.Granted granted) {
            if (login.needsPairing()) {
                events.publishEvent(new GrantedAgain(login.store()));
            }
            tokens.keep(login, granted, asked);
        } else if (reply instanceof TokenReply.Refused refused && isPaired(login.store())) {
            logins.refuse(login, clock.now(), refused.words(), request.sha256());
        } else {
            logins.write(login.renewing(null));
        }
        return true;
    }

    private boolean isPaired(String store) {
        return folders.of(store).auth().isPaired();
    }
}
