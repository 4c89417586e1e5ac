package io.ledgerbridge.posting.explained;

import io.ledgerbridge.bigcommerce.Refund;
import io.ledgerbridge.ledger.Money;
import io.ledgerbridge.ledger.Purpose;
import io.ledgerbridge.ledger.Role;
import io.ledgerbridge.posting.amounts.Amounts;
import io.ledgerbridge.posting.explained.words.Phrase;
import io.ledgerbridge.posting.explained.words.PurposeWords;
import io.ledgerbridge.posting.explained.words.TenderWords;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiPredicate;

/**
 * The figures of what a cancelled order's tenders hold, and of a refund that changes it.
 *
 * @param before what they hold without the refund
 * @param after what they hold with it
 */
public record CancelledTerms(RefundFigures refund, Amounts before, Amounts after) {

    /**
     * What each tender keeps.
     *
     * @param held what was paid by it and not given back
     */
    public static Map<Purpose, Reckoning> of(Amounts held, Amounts kept) {
        Map<Purpose, Reckoning> terms = new TreeMap<>();
        kept.byPurpose()
                .forEach((purpose, amount) -> terms.put(
                        purpose,
                        purpose.role() == Role.REFUNDS_OWED
                                ? new Reckoning(
                                        RuleName.REFUNDS_OWED, each(held).negated())
                                : new Reckoning(
                                        RuleName.CANCELLATION,
                                        paid(purpose, held.of(purpose))
                                                .plus(
                                                        Phrase.of("name.counted-back", PurposeWords.label(purpose)),
                                                        amount.minus(held.of(purpose))
                                                                .amount(),
                                                        Phrase.of("said.counted-back")))));
        return terms;
    }

    private static Terms each(Amounts held) {
        return Terms.sum(held.byPurpose().entrySet().stream().map(tender -> paid(tender.getKey(), tender.getValue())));
    }

    private static Terms paid(Purpose tender, Money held) {
        return Terms.of(
                Phrase.of("name.kept", PurposeWords.label(tender)),
                held.amount(),
                Phrase.of("tender.kept", TenderWords.paid(tender)));
    }

    /**
     * What is taken back of each tender.
     *
     * @param isBy whether a payment went back by a tender
     */
    public Map<Purpose, Reckoning> terms(BiPredicate<Refund.Payment, Role> isBy) {
        Map<Purpose, Reckoning> terms = new TreeMap<>();
        after.minus(before)
                .byPurpose()
                .forEach((purpose, amount) ->
                        terms.put(purpose, new Reckoning(RuleName.AFTER_CANCELLATION, changed(purpose, amount, isBy))));
        return terms;
    }

    private Terms changed(Purpose purpose, Money amount, BiPredicate<Refund.Payment, Role> isBy) {
        Terms paid = refund.payments(payment -> isBy.test(payment, purpose.role()));
        if (purpose.role() != Role.REFUNDS_OWED && purpose.tender() == null && isOf(paid, amount)) {
            return paid;
        }
        Terms whole = refund.total(amount.signum());
        return isOf(whole, amount)
                ? whole
                : Terms.of(
                                Phrase.of("name.with-refund", PurposeWords.label(purpose), refund.name()),
                                after.of(purpose).amount(),
                                Phrase.of("said.with-refund", refund.name()))
                        .plus(
                                Phrase.of("name.without-refund", PurposeWords.label(purpose), refund.name()),
                                before.of(purpose).negated().amount(),
                                Phrase.of("said.without-it"));
    }

    private static boolean isOf(Terms terms, Money amount) {
        return Money.rounded(terms.sum(), amount.currency()).equals(amount);
    }
}
