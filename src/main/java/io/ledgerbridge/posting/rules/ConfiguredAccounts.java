package io.ledgerbridge.posting.rules;

import io.ledgerbridge.bigcommerce.details.CustomerGroup;
import io.ledgerbridge.ledger.Purpose;
import io.ledgerbridge.ledger.Role;
import io.ledgerbridge.posting.CannotPost;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The accounts of a channel as they are set today.
 *
 * @param tenders of the order, for ways of paying that aren't set any more
 * @param taxes of the order, likewise
 * @param group of the order's customer
 */
public record ConfiguredAccounts(
        PostingRules rules,
        Channel channel,
        Tenders tenders,
        Taxes taxes,
        @Nullable CustomerGroup group) implements Accounts {

    @Override
    public Account of(Purpose purpose) {
        Account account = listed(purpose)
                .or(() -> set(purpose.role()))
                .orElseThrow(() -> CannotPost.missingAccount(rules.store(), channel, purpose.role()));
        return Account.BY_CUSTOMER.equals(account.businessPartner()) ? account.ofPartner(partner(account)) : account;
    }

    private String partner(Account account) {
        return Optional.ofNullable(group)
                .flatMap(channel::partner)
                .orElseThrow(() -> CannotPost.unknownCustomer(rules.store(), channel, group, account.code()));
    }

    @Override
    public String site() {
        return Optional.ofNullable(channel.site()).orElse(rules.journal().site());
    }

    /** That of a row of the lists, where one names it. */
    private Optional<Account> listed(Purpose purpose) {
        String tender = purpose.tender();
        String code = purpose.taxCode();
        if (tender != null) {
            return tenders.account(tender);
        }
        return code != null && purpose.role() == Role.SALES_TAX ? taxes.account(code) : Optional.empty();
    }

    /** An order entered with its discount apart keeps it apart, on revenue, when the account is taken away. */
    private Optional<Account> set(Role role) {
        return role == Role.DISCOUNTS
                ? channel.account(role).or(() -> channel.account(Role.REVENUE))
                : channel.account(role);
    }
}
