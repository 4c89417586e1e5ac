package io.ledgerbridge.console.mapping;

import io.ledgerbridge.api.proof.MappingChangeView;
import java.math.BigDecimal;
import java.util.List;

/**
 * What other settings would have made of a month.
 *
 * @param channels what was tried, as it was put in; empty for today's settings
 */
record Tried(String store, String month, String channels, MappingChangeView answer) {

    /** An account whose balance of these orders would be another, or stay; debits are positive. */
    record Row(
            String account, String role, String currency, BigDecimal was, BigDecimal wouldBe, BigDecimal difference) {

        static Row of(MappingChangeView.Account account) {
            return new Row(
                    account.account(),
                    account.role(),
                    account.currency(),
                    new BigDecimal(account.was()),
                    new BigDecimal(account.wouldBe()),
                    new BigDecimal(account.difference()));
        }
    }

    public List<Row> rows() {
        return answer.accounts().stream().map(Row::of).toList();
    }
}
