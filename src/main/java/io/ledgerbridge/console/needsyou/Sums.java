package io.ledgerbridge.console.needsyou;

import io.ledgerbridge.console.Numbers;
import io.ledgerbridge.queue.figures.NotInLedger;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What orders are not in the ledger with, added up by currency. */
@Component("sums")
class Sums {

    private final Numbers numbers;

    Sums(Numbers numbers) {
        this.numbers = numbers;
    }

    /** In words, such as {@code 1,204.50 EUR and 18.00 USD}; empty where nothing of it was read. */
    public String words(List<NotInLedger> amounts) {
        return amounts.stream()
                .filter(amount -> amount.currency() != null && amount.notRead() < amount.orders())
                .map(amount -> numbers.amount(amount.amount(), amount.currency()) + " " + amount.currency())
                .collect(Collectors.joining(" · "));
    }

    /** How many orders are in none of them. */
    public long notRead(List<NotInLedger> amounts) {
        return amounts.stream().mapToLong(NotInLedger::notRead).sum();
    }
}
