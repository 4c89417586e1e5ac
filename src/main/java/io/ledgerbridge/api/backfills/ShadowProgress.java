package io.ledgerbridge.api.backfills;

import io.ledgerbridge.catchup.shadow.AccountChange;
import io.ledgerbridge.catchup.shadow.ShadowCause;
import io.ledgerbridge.catchup.shadow.ShadowSummary;
import java.util.List;

/**
 * How far a shadow run has come, and what a backfill of its orders would do.
 *
 * @param done those that are compared and would not park
 * @param parked those that would, and those that could not be read
 */
public record ShadowProgress(String state, long found, long done, long parked, Would would) {

    /**
     * What would become of the orders that are compared: {@code found} less those that are left is the sum of the first seven.
     *
     * @param unnamedRows rows of BigCommerce's list that name no order
     * @param causes why orders would park, or could not be read
     * @param accounts what that does to each account; orders that could not be read are in no sum
     */
    public record Would(
            long post,
            long agree,
            long ignore,
            long hold,
            long setAside,
            long park,
            long notRead,
            long unnamedRows,
            List<Cause> causes,
            List<Account> accounts) {}

    /**
     * Why orders would park, or could not be read.
     *
     * @param outcome park or unread
     */
    public record Cause(String outcome, String reason, long orders) {

        static Cause of(ShadowCause cause) {
            return new Cause(cause.outcome().label(), cause.reason(), cause.orders());
        }
    }

    /** Amounts as texts, positive for a debit, negative for a credit. */
    public record Account(String account, String currency, String before, String change, String after) {

        static Account of(AccountChange one) {
            return new Account(
                    one.account(),
                    one.currency(),
                    one.inLedger().toPlainString(),
                    one.change().toPlainString(),
                    one.after().toPlainString());
        }
    }

    static ShadowProgress of(ShadowSummary run, List<ShadowCause> causes, List<AccountChange> accounts) {
        long parked = run.park() + run.unread();
        return new ShadowProgress(
                run.state(),
                run.found(),
                run.compared() - parked,
                parked,
                new Would(
                        run.post(),
                        run.agree(),
                        run.ignore(),
                        run.hold(),
                        run.setAside(),
                        run.park(),
                        run.unread(),
                        run.unnamed(),
                        causes.stream().map(Cause::of).toList(),
                        accounts.stream().map(Account::of).toList()));
    }
}
