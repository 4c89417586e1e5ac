package io.ledgerbridge.operations;

import io.ledgerbridge.faults.CredentialsFault;
import io.ledgerbridge.faults.NeedsPersonFault;
import io.ledgerbridge.faults.Seconds;
import io.ledgerbridge.sagex3.FolderSettings;
import io.ledgerbridge.sagex3.Folders;
import io.ledgerbridge.sagex3.login.TokenState;
import io.ledgerbridge.sagex3.login.TokenStates;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** What a ping says of Sage X3: whether it is reached, takes the credentials, and looks up a journal at its endpoint. */
@Component
class SageX3Ping {

    static final String REACHED = "sage-x3-reached";
    static final String CREDENTIALS = "sage-x3-credentials";
    static final String ENDPOINT = "sage-x3-endpoint";

    private final Folders folders;
    private final TokenStates logins;
    private final Clock clock;

    SageX3Ping(Folders folders, TokenStates logins, Clock clock) {
        this.folders = folders;
        this.logins = logins;
        this.clock = clock;
    }

    /** Whether anything at X3's address answers, whatever it answers. */
    PingCheck reached(PingOutcome outcome) {
        return new PingCheck(
                REACHED,
                outcome.isGood(),
                outcome.isGood() ? "it answers with HTTP " + outcome.status() : outcome.words());
    }

    /**
     * Credentials and endpoint, if X3 has looked for a journal that isn't there.
     *
     * @param found how many it found: none, unless it passes over the look-up's condition
     */
    List<PingCheck> lookedUp(String store, FolderSettings folder, String reference, int found) {
        return List.of(
                credentials(true, "Sage X3 takes them (%s)%s".formatted(way(store), endsSoon(store))),
                found == 0
                        ? endpoint(true, folder.endpoint() + " has looked for a journal")
                        : endpoint(
                                false,
                                "%s has found %d under reference %s, which no order has: the look-up's template gives no condition, or X3 passes it over"
                                        .formatted(folder.endpoint(), found, reference)));
    }

    /** Likewise, if it hasn't. */
    List<PingCheck> failed(String store, PingOutcome lookUp) {
        boolean refused = lookUp.isUnauthorised() || lookUp.isForbidden() || lookUp.fault() instanceof CredentialsFault;
        return refused
                ? List.of(
                        credentials(false, lookUp.words()),
                        endpoint(false, "not known while the credentials are refused"))
                : List.of(notRefused(store, lookUp), endpoint(false, lookUp.words()));
    }

    /** An X3 that fails says nothing of the credentials; one that nobody has asked, still less. */
    private PingCheck notRefused(String store, PingOutcome lookUp) {
        if (lookUp.fault() instanceof NeedsPersonFault) {
            return credentials(true, "Sage X3 takes them (%s)".formatted(way(store)));
        }
        return lookUp.status() == null
                ? credentials(false, "not known: " + lookUp.words())
                : credentials(
                        true,
                        "Sage X3 didn't refuse them (%s), but answered nothing that shows that it takes them"
                                .formatted(way(store)));
    }

    private static PingCheck credentials(boolean ok, String detail) {
        return new PingCheck(CREDENTIALS, ok, detail);
    }

    private static PingCheck endpoint(boolean ok, String detail) {
        return new PingCheck(ENDPOINT, ok, detail);
    }

    private String way(String store) {
        return folders.of(store).auth().type().name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private String endsSoon(String store) {
        return logins.find(store)
                .filter(login -> login.endsSoon(clock.instant()))
                .map(TokenState::refreshTokenEndsAt)
                .map(end -> "; the refresh token ends at %s: pair the store again".formatted(Seconds.of(end)))
                .orElse("");
    }
}
