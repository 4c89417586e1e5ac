package io.ledgerbridge.routes;

import static org.mockito.Mockito.mock;

import io.ledgerbridge.bigcommerce.ShopSettings;
import io.ledgerbridge.bigcommerce.SignatureScheme;
import io.ledgerbridge.books.Journal;
import io.ledgerbridge.books.JournalDraft;
import io.ledgerbridge.books.JournalKind;
import io.ledgerbridge.books.JournalState;
import io.ledgerbridge.books.origin.JournalOrigin;
import io.ledgerbridge.ledger.EntryStatus;
import io.ledgerbridge.ledger.JournalEntry;
import io.ledgerbridge.ledger.JournalLine;
import io.ledgerbridge.ledger.Money;
import io.ledgerbridge.ledger.NegativeAmounts;
import io.ledgerbridge.ledger.Role;
import io.ledgerbridge.queue.Claim;
import io.ledgerbridge.queue.Leases;
import io.ledgerbridge.sagex3.FolderSettings;
import io.ledgerbridge.sagex3.GraphqlSettings;
import io.ledgerbridge.sagex3.LookUpPolicy;
import io.ledgerbridge.sagex3.X3Api;
import io.ledgerbridge.sagex3.login.Auth;
import io.ledgerbridge.sagex3.templates.EntryHeader;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;

/** Store {@code us}, its order 250, and the journal BC250 of it. */
final class Given {

    static final String STORE = "us";
    static final long ORDER = 250;
    static final String SECRET = "client-secret";
    static final String X3_SECRET = "a-secret-of-at-least-32-bytes-for-x3";

    private static final Currency USD = Currency.getInstance("USD");

    private Given() {}

    static Claim claim() {
        return claim(ORDER);
    }

    static Claim claim(long order) {
        return new Claim(mock(Leases.class), STORE, order, 7, 1, 0, null, null);
    }

    /** USD 11.00 owed, of it 10.00 revenue and 1.00 tax, on 2026-10-31, channel 1. */
    static Journal journal() {
        return journal("BC250", "1");
    }

    static Journal journal(String reference, String channel) {
        return journal(reference, channel, "x3|SEED", JournalState.PLANNED, 0, null, "10.00", "11.00");
    }

    /** The journal with an amount of 16 digits, which no binary fraction of 64 bits holds. */
    static Journal largeJournal() {
        return journal(
                "BC250", "1", "x3|SEED", JournalState.PLANNED, 0, null, "90071992547409.93", "90071992547410.93");
    }

    /** The journal after a create was sent. */
    static Journal journal(JournalState state, Instant sentAt) {
        return sent("x3|SEED", state, sentAt);
    }

    /** The journal after a create was sent to a folder. */
    static Journal sent(String folder, JournalState state, Instant sentAt) {
        return journal("BC250", "1", folder, state, 1, sentAt, "10.00", "11.00");
    }

    /** The journal as X3 has it, under that number. */
    static Journal posted(String folder, String number) {
        Journal sent = sent(folder, JournalState.POSTED, Instant.EPOCH);
        return new Journal(
                sent.id(),
                STORE,
                folder,
                ORDER,
                1,
                JournalState.POSTED,
                sent.draft(),
                1,
                Instant.EPOCH,
                6L,
                null,
                number,
                null,
                Instant.EPOCH,
                Instant.EPOCH,
                null,
                null,
                JournalOrigin.UNKNOWN);
    }

    private static Journal journal(
            String reference,
            String channel,
            String folder,
            JournalState state,
            int attempts,
            @Nullable Instant sentAt,
            String revenue,
            String owed) {
        JournalEntry entry = new JournalEntry(
                reference,
                "ODGEN",
                "SAL",
                "FR011",
                LocalDate.of(2026, 10, 31),
                USD,
                "BigCommerce order 250",
                List.of(
                        line("411000", Role.RECEIVABLE, owed, "WEB01"),
                        line("707000", Role.REVENUE, "-" + revenue, null),
                        line("445710", Role.SALES_TAX, "-1.00", null)));
        return new Journal(
                1,
                STORE,
                folder,
                ORDER,
                1,
                state,
                new JournalDraft(JournalKind.ORDER, null, channel, entry, List.of(), null),
                attempts,
                sentAt,
                sentAt == null ? null : 6L,
                null,
                null,
                null,
                Instant.EPOCH,
                null,
                null,
                null,
                JournalOrigin.UNKNOWN);
    }

    private static JournalLine line(String account, Role role, String amount, @Nullable String partner) {
        return new JournalLine(
                account,
                role,
                Money.exactly(new BigDecimal(amount), USD),
                "A description of more than 30 characters",
                partner,
                Map.of("CCE1", "WEB"));
    }

    static FolderSettings folder(X3Api api, String url, LookUpPolicy lookUp) {
        return folder(api, url, lookUp, "/xtrem/api");
    }

    static FolderSettings folder(X3Api api, String url, LookUpPolicy lookUp, String graphqlPath) {
        return folder(api, url, lookUp, graphqlPath, TemplateChecks.FOLDER.toString());
    }

    static FolderSettings folder(X3Api api, String url, LookUpPolicy lookUp, String graphqlPath, String templates) {
        Auth auth = api == X3Api.GRAPHQL
                ? auth(Auth.Type.CONNECTED_APP, X3_SECRET, null)
                : auth(Auth.Type.BASIC, null, "password");
        return new FolderSettings(
                api,
                URI.create(url),
                "SEED",
                auth,
                4,
                Duration.ofSeconds(30),
                lookUp,
                1,
                new FolderSettings.Rest("GACCENTRY", "GACCENTRY", "LINES"),
                new GraphqlSettings(graphqlPath, "x3Finance", "journalEntry", "sourceDocument"),
                new FolderSettings.Soap("WSGAS", "LEDGER", "ENG"),
                templates,
                NegativeAmounts.KEEP,
                new EntryHeader(EntryStatus.TEMPORARY, Set.of(), "BPRVCR"));
    }

    private static Auth auth(Auth.Type type, @Nullable String secret, @Nullable String password) {
        return new Auth(type, "app", secret, "LEDGER", password, null, null, null, Auth.TokenRequest.JSON, null);
    }

    static ShopSettings shop(String url) {
        return new ShopSettings(
                URI.create(url),
                "abc123",
                "token",
                SECRET,
                Set.of(SignatureScheme.X_BC_SIGNATURE),
                Duration.ofHours(50),
                null,
                Duration.ofSeconds(5));
    }

    /** Headers as a caller might send them, none of which may go anywhere. */
    static void inboundHeaders(Exchange exchange) {
        exchange.getMessage().setHeader("X-Leak", "inbound");
        exchange.getMessage().setHeader("Cookie", "session=inbound");
        exchange.getMessage().setHeader("CamelHttpUri", "http://localhost:1/elsewhere");
        exchange.getMessage().setHeader("CamelHttpPath", "/elsewhere");
        exchange.getMessage().setHeader("CamelHttpMethod", "DELETE");
        exchange.getMessage().setHeader("CamelHttpQuery", "inbound=yes");
    }
}
