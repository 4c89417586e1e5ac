package io.ledgerbridge.posting;

import io.ledgerbridge.books.JournalDraft;
import io.ledgerbridge.books.JournalKind;
import io.ledgerbridge.ledger.JournalEntry;
import io.ledgerbridge.ledger.JournalLine;
import io.ledgerbridge.posting.amounts.LedgerAmounts;
import io.ledgerbridge.posting.amounts.Lines;
import io.ledgerbridge.posting.explained.Ground;
import io.ledgerbridge.posting.explained.Ground.Step;
import io.ledgerbridge.posting.explained.Should;
import io.ledgerbridge.posting.rules.Accounts;
import io.ledgerbridge.posting.rules.Descriptions;
import io.ledgerbridge.posting.rules.JournalSettings;
import io.ledgerbridge.posting.rules.References;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The journals that one working of an order adds, each on top of those before it. One without lines is not made: its
 * memo goes with the latest that is added in the same place, or waits where none is.
 */
final class Drafts {

    private final JournalSettings settings;
    private final References references;
    private final Descriptions descriptions;
    private final PostedJournals before;
    private final List<JournalDraft> added = new ArrayList<>();
    private final Map<String, Ground> grounds = new HashMap<>();

    /** Why a journal is made, before it is. */
    private record Why(Step step, Should should, PostedJournals held, PostedJournals before) {

        Ground of(JournalDraft draft) {
            return new Ground(step, draft, should, held, before, List.of());
        }
    }

    Drafts(JournalSettings settings, long order, PostedJournals before) {
        this.settings = settings;
        this.references = new References(settings.prefix(), order);
        this.descriptions = new Descriptions(order);
        this.before = before;
    }

    List<JournalDraft> added() {
        return List.copyOf(added);
    }

    /** Why each of them is made, by its reference. */
    Map<String, Ground> grounds() {
        return grounds;
    }

    /** Those that Sage X3 has, and those added so far. */
    PostedJournals journals() {
        return before.with(added);
    }

    /** @param net whether the discount is taken off revenue; so in the others */
    void enter(
            ChannelAndCurrency place,
            LedgerAmounts holding,
            Should should,
            Accounts accounts,
            boolean net,
            Change change) {
        Descriptions.Text text = descriptions.first().net(net);
        Why why = new Why(Step.ENTERED, should, PostedJournals.NONE, PostedJournals.NONE);
        add(JournalKind.ORDER, null, place, Lines.of(holding, accounts, text), text, change, why);
    }

    /** Enters an order anew, where it was taken back from. */
    void move(
            ChannelAndCurrency place,
            LedgerAmounts holding,
            Should should,
            Accounts accounts,
            boolean net,
            Change change) {
        Why why = new Why(Step.MOVED, should, PostedJournals.NONE, journals().at(place));
        adjust(place, holding, accounts, descriptions.adjustment().net(net), change, why);
    }

    /** @param should what the place should hold, of which the holding is what it lacks */
    void adjust(
            ChannelAndCurrency place,
            LedgerAmounts holding,
            Should should,
            Accounts accounts,
            boolean net,
            Change change) {
        adjust(place, holding, accounts, descriptions.adjustment().net(net), change, corrected(place, should));
    }

    private Why corrected(ChannelAndCurrency place, Should should) {
        PostedJournals here = journals().at(place);
        return new Why(Step.CORRECTED, should, here, here);
    }

    /** Adjusts by what moved in the split of a refund, too. */
    void adjustSplit(
            long refund,
            ChannelAndCurrency place,
            LedgerAmounts holding,
            Should should,
            Accounts accounts,
            boolean net,
            Change change) {
        adjust(place, holding, accounts, descriptions.split(refund).net(net), change, corrected(place, should));
    }

    private void adjust(
            ChannelAndCurrency place,
            LedgerAmounts holding,
            Accounts accounts,
            Descriptions.Text text,
            Change change,
            Why why) {
        Lines lines = Lines.adjusting(holding, journals().at(place), accounts, text);
        add(JournalKind.ADJUSTMENT, null, place, lines, text, change, why);
    }

    void refund(
            long refund,
            ChannelAndCurrency place,
            LedgerAmounts holding,
            Step step,
            Should should,
            Accounts accounts,
            Change change) {
        Descriptions.Text text = descriptions.refund(refund);
        PostedJournals here = journals().at(place);
        Lines lines = Lines.refunding(holding, here, accounts, text);
        add(JournalKind.REFUND, refund, place, lines, text, change, new Why(step, should, PostedJournals.NONE, here));
    }

    /**
     * One reversal for each rate date of what a place holds, but for what it keeps. The order's own takes what is left of the
     * tenders.
     */
    void takeBack(ChannelAndCurrency place, LedgerAmounts kept, Should should, Accounts accounts, Change change) {
        PostedJournals here = journals().at(place);
        JournalGroups.RateDates rates = here.holding(place.currency()).posted().equals(kept.posted())
                ? new JournalGroups(here).asOfOneRate()
                : new JournalGroups(here).byRate(PostedJournals::holdsTendersAlone);
        Descriptions.Text text = descriptions.reversal();
        LedgerAmounts left = kept.minus(rates.atOwn().holding(place.currency()));
        Lines lines = Lines.refunding(left, rates.atOwn(), accounts, text);
        add(
                JournalKind.REVERSAL,
                null,
                place,
                lines,
                text,
                change.at(rates.own().orElse(change.rateDate())),
                new Why(Step.CANCELLED, should, rates.atOwn(), rates.atOwn()));
        rates.others().forEach((rate, part) -> reverse(place, part, change.at(rate)));
    }

    /** One reversal for each place, site and rate date in which the journals hold anything. */
    void reverse(PostedJournals held, Change change) {
        for (PostedJournals one : new JournalGroups(held).byPlaceAndSite()) {
            ChannelAndCurrency place = one.places().get(0);
            JournalGroups group = new JournalGroups(one);
            JournalGroups.RateDates rates =
                    one.comesToNothing() ? group.asOfOneRate() : group.byRate(PostedJournals::comesToNothing);
            reverse(place, rates.atOwn(), change.at(rates.own().orElse(change.rateDate())));
            rates.others().forEach((rate, part) -> reverse(place, part, change.at(rate)));
        }
    }

    private void reverse(ChannelAndCurrency place, PostedJournals held, Change change) {
        Descriptions.Text text = descriptions.reversal();
        Why why = new Why(Step.REVERSED, Should.NOTHING, held, held);
        add(JournalKind.REVERSAL, null, place, Lines.reversing(held, text), text, change, why);
    }

    /**
     * Takes back a memo from places that hold nothing else: their first journal and all the others, which cancel out,
     * are reversed apart, since a memo needs an entry to go with.
     */
    void reverseMemo(PostedJournals held, Change change) {
        for (ChannelAndCurrency place : held.places()) {
            PostedJournals there = held.at(place);
            if (there.hasMemo()) {
                reverse(there.first(), change);
                reverse(there.afterFirst(), change);
            }
        }
    }

    private void add(
            JournalKind kind,
            @Nullable Long refund,
            ChannelAndCurrency place,
            Lines lines,
            Descriptions.Text text,
            Change change,
            Why why) {
        if (lines.posted().isEmpty()) {
            addToLatest(place, lines.memo(), why);
            return;
        }
        String reference = reference(kind, refund);
        JournalEntry entry = new JournalEntry(
                reference,
                settings.entryType(),
                settings.code(),
                lines.site(),
                change.date(),
                change.originalDate() == null ? change.date() : change.originalDate(),
                change.rateDate(),
                place.currency(),
                change.originalDate() == null
                        ? text.entry()
                        : RollForward.description(change.originalDate(), reference),
                lines.posted());
        JournalDraft draft = new JournalDraft(
                kind, refund, place.channel(), entry, lines.memo(), change.event(), change.originalDate());
        added.add(draft);
        grounds.put(reference, why.of(draft));
    }

    private void addToLatest(ChannelAndCurrency place, List<JournalLine> memo, Why why) {
        for (int latest = added.size() - 1; latest >= 0; latest--) {
            if (ChannelAndCurrency.of(added.get(latest)).equals(place)) {
                JournalDraft with = added.get(latest).withMemo(memo);
                added.set(latest, with);
                grounds.computeIfPresent(
                        with.entry().reference(), (reference, ground) -> ground.with(why.of(with), memo));
                return;
            }
        }
    }

    private String reference(JournalKind kind, @Nullable Long refund) {
        Set<String> used = journals().references();
        return switch (kind) {
            case ORDER -> references.first();
            case REFUND -> references.refund(refund == null ? 0 : refund);
            case ADJUSTMENT -> references.adjustment(used);
            case REVERSAL -> references.reversal(used);
        };
    }
}
