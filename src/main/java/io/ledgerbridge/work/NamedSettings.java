package io.ledgerbridge.work;

import io.ledgerbridge.books.Journal;
import io.ledgerbridge.ledger.JournalEntry;
import io.ledgerbridge.ledger.JournalLine;
import io.ledgerbridge.posting.rules.Channel;
import io.ledgerbridge.posting.rules.PostingRules;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** The settings from which a journal has what Sage X3's words name, such as an account, a partner, the journal, the site. */
final class NamedSettings {

    /** Not every folder has them: as GraphQL and as X3's tables name them, with what {@code sage-x3.lacks} calls them. */
    private static final Map<String, String> HEADER_FIELDS = new TreeMap<>(Map.of(
            "documentDate", "document-date",
            "BPRDATVCR", "document-date",
            "rateDate", "rate-date",
            "RATDAT", "rate-date",
            "REFINT", "second-reference",
            "journalEntryStatus", "status",
            "STA", "status"));

    private final Journal journal;
    private final RefusalWords words;
    private final Optional<Channel> channel;
    private final Set<String> found = new LinkedHashSet<>();

    private NamedSettings(PostingRules rules, Journal journal, String words) {
        this.journal = journal;
        this.words = new RefusalWords(words);
        this.channel = Optional.ofNullable(rules.channels().get(journal.channel()));
    }

    /** What a person can do about a refusal in these words. */
    static String remedy(PostingRules rules, Journal journal, String words) {
        Set<String> named = new NamedSettings(rules, journal, words).all();
        return named.isEmpty()
                ? "Mend what X3 names, in X3 or in the store's channel settings, then work the order again."
                : "Mend what X3 names, in X3 or in the store's settings: %s. Then work the order again."
                        .formatted(String.join("; ", named));
    }

    private Set<String> all() {
        journal.lines().forEach(this::line);
        JournalEntry entry = journal.entry();
        see("journal", entry.journalCode(), "journal.code");
        see("entry type", entry.entryType(), "journal.entry-type");
        boolean ofChannel = channel.map(Channel::site).isPresent();
        see("site", entry.site(), ofChannel ? ofChannel("site") : "journal.site");
        HEADER_FIELDS.forEach(this::headerField);
        return found;
    }

    private void line(JournalLine line) {
        if (words.name(line.account())) {
            see("account", line.account(), accountSettings(line));
        }
        see("business partner", line.businessPartner(), CodeSettings::ofPartner, "business-partner");
        see("tax code", line.taxCode(), CodeSettings::ofTaxCode, "tax");
        line.dimensions()
                .forEach((type, value) ->
                        see("dimension " + type, value, ofChannel("dimensions." + type) + ", or its account's"));
    }

    private void see(
            String what, @Nullable String code, BiFunction<Channel, String, String> settings, String otherwise) {
        if (code != null && words.name(code)) {
            String its = channel.map(one -> settings.apply(one, code)).orElse("");
            see(what, code, its.isEmpty() ? ofChannel(otherwise) + ", or its account's" : its);
        }
    }

    private void headerField(String field, String lack) {
        if (words.name(field)) {
            found.add("header field %s is sent unless sage-x3.lacks has %s".formatted(field, lack));
        }
    }

    private void see(String what, @Nullable String code, String setting) {
        if (code != null && words.name(code)) {
            found.add("%s %s is %s".formatted(what, code, setting));
        }
    }

    private String accountSettings(JournalLine line) {
        return channel.map(its -> AccountSettings.of(its, line.account()))
                .filter(settings -> !settings.isEmpty())
                .orElseGet(() -> ofChannel("accounts." + Channel.setting(line.role())));
    }

    private String ofChannel(String setting) {
        return "channels.\"%s\".%s".formatted(journal.channel(), setting);
    }
}
