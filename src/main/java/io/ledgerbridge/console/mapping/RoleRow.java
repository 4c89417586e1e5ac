package io.ledgerbridge.console.mapping;

import io.ledgerbridge.ledger.Role;
import io.ledgerbridge.posting.rules.Account;
import io.ledgerbridge.posting.rules.Channel;
import org.jspecify.annotations.Nullable;

/**
 * The account of a role in a channel.
 *
 * @param account null where the role has none
 * @param from {@code set} where it has a setting of its own, else the end of the message's key that says why it has this
 *     account, or none
 */
record RoleRow(Role role, @Nullable Account account, String from) {

    static RoleRow of(Channel channel, Role role) {
        Account account = channel.account(role).orElse(null);
        boolean isSet = channel.accounts().containsKey(Channel.setting(role));
        return new RoleRow(
                role, account, isSet ? "set" : account == null ? none(channel, role) : fallback(channel, role));
    }

    public boolean isDefault() {
        return !from.equals("set");
    }

    private static String fallback(Channel channel, Role role) {
        return role == Role.HANDLING && channel.accounts().containsKey(Role.SHIPPING.label()) ? "shipping" : "revenue";
    }

    private static String none(Channel channel, Role role) {
        return switch (role) {
            case DISCOUNTS -> "off-revenue";
            case REFUNDS_OWED -> "own-tenders";
            case COST_OF_GOODS, INVENTORY -> channel.costOfGoods() == Channel.CostOfGoods.OFF ? "not-posted" : "parks";
            default -> "parks";
        };
    }
}
