package io.ledgerbridge.console.needsyou.preview;

import io.ledgerbridge.api.JournalView;
import io.ledgerbridge.api.PreviewView;
import io.ledgerbridge.books.Books;
import io.ledgerbridge.books.Journal;
import io.ledgerbridge.books.JournalState;
import io.ledgerbridge.console.needsyou.which.OrderKey;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Adds up by account and currency what orders hold, and what their previews would post. */
@Component
class AccountChanges {

    private final Books books;

    AccountChanges(Books books) {
        this.books = books;
    }

    /** Of those that could be told. */
    List<AccountChange> of(List<PreviewedOrder> orders) {
        Map<String, AccountChange> sums = new TreeMap<>();
        orders.stream()
                .filter(order -> order.view() != null)
                .flatMap(order -> Stream.concat(before(order.key()), changes(Objects.requireNonNull(order.view()))))
                .forEach(one -> sums.merge(one.account() + " " + one.currency(), one, AccountChange::plus));
        return List.copyOf(sums.values());
    }

    private Stream<AccountChange> before(OrderKey key) {
        return books.journalsOf(key.store(), key.order()).stream()
                .filter(journal -> journal.state() == JournalState.POSTED)
                .flatMap(AccountChanges::before);
    }

    private static Stream<AccountChange> before(Journal journal) {
        String currency = journal.entry().currency().getCurrencyCode();
        return journal.lines().stream()
                .map(line -> new AccountChange(
                        line.account(), currency, line.amount().amount(), BigDecimal.ZERO));
    }

    private static Stream<AccountChange> changes(PreviewView view) {
        return view.journals().stream().flatMap(AccountChanges::changes);
    }

    private static Stream<AccountChange> changes(JournalView journal) {
        return journal.lines().stream()
                .map(line -> new AccountChange(
                        line.account(), journal.currency(), BigDecimal.ZERO, new BigDecimal(line.amount())));
    }
}
