package io.ledgerbridge.posting.rules;

import io.ledgerbridge.ledger.Role;
import io.ledgerbridge.posting.CannotPost;
import java.util.Optional;

/** The accounts of a channel as they are set today. */
public record ConfiguredAccounts(PostingRules rules, Channel channel) implements Accounts {

    @Override
    public Account of(Role role) {
        String code = code(role).orElseThrow(() -> CannotPost.missingAccount(rules.store(), channel, role));
        return new Account(code, role == Role.RECEIVABLE ? channel.businessPartner() : null, channel.dimensions());
    }

    @Override
    public String site() {
        return Optional.ofNullable(channel.site()).orElse(rules.journal().site());
    }

    /** An order entered with its discount apart keeps it apart, on revenue, when the account is taken away. */
    private Optional<String> code(Role role) {
        return role == Role.DISCOUNTS
                ? channel.account(role).or(() -> channel.account(Role.REVENUE))
                : channel.account(role);
    }
}
