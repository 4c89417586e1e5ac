package io.ledgerbridge.posting.splits;

import io.ledgerbridge.ledger.Purpose;
import io.ledgerbridge.posting.amounts.Amounts;
import io.ledgerbridge.posting.explained.Reckoning;
import io.ledgerbridge.posting.explained.RuleName;
import io.ledgerbridge.posting.explained.Terms;
import io.ledgerbridge.posting.explained.words.Phrase;
import io.ledgerbridge.posting.explained.words.PurposeWords;
import io.ledgerbridge.posting.explained.words.TenderWords;
import io.ledgerbridge.posting.rules.PaymentSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The figures of an order's ways of paying. */
record TenderTerms(TenderSplit split) {

    /** The figures of each way of paying; the first one's are what is due, less all others. */
    Map<Purpose, Reckoning> of(Amounts byRole, Terms due) {
        Map<Purpose, Reckoning> all = new TreeMap<>();
        List<Payments.Payment> captured = split.payments().captured();
        Amounts ordered = split.ordered(byRole).only(TenderSplit.RECEIVABLE);
        Purpose first =
                captured.isEmpty() ? null : split.purpose(captured.get(0).source());
        ordered.byPurpose().forEach((purpose, amount) -> {
            boolean isLeft = captured.isEmpty() || purpose.equals(first);
            Terms its = isLeft ? due.plus(others(purpose, ordered)) : paid(purpose);
            all.put(
                    purpose,
                    new Reckoning(purpose.tender() == null ? RuleName.RECEIVABLE : RuleName.WAYS_OF_PAYING, its));
        });
        return all;
    }

    private Terms paid(Purpose way) {
        return Terms.sum(split.payments().captured().stream()
                .filter(payment -> split.purpose(payment.source()).equals(way))
                .map(payment -> Terms.of(
                        "transactions id %d amount".formatted(payment.transaction()),
                        payment.amount(),
                        Phrase.of("said.transaction", payment.transaction(), words(payment.source())))));
    }

    private static Phrase words(PaymentSource source) {
        String name = source.name();
        return Stream.of(
                        word("source.gateway", source.gateway()),
                        word("source.method", source.method()),
                        word("source.name", name == null ? null : name.strip()))
                .flatMap(Optional::stream)
                .reduce((one, other) -> Phrase.of("comma", one, other))
                .orElse(Phrase.of("source.none"));
    }

    private static Optional<Phrase> word(String key, @Nullable String value) {
        return value == null || value.isBlank() ? Optional.empty() : Optional.of(Phrase.of(key, value));
    }

    private static Terms others(Purpose way, Amounts ordered) {
        return Terms.sum(ordered.byPurpose().entrySet().stream()
                .filter(other -> !other.getKey().equals(way))
                .map(other -> Terms.of(
                        Phrase.of("name.paid", PurposeWords.label(other.getKey())),
                        other.getValue().negated().amount(),
                        TenderWords.paid(other.getKey()))));
    }
}
