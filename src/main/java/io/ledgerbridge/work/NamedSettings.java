package io.ledgerbridge.work;

import io.ledgerbridge.books.Journal;
import io.ledgerbridge.ledger.JournalEntry;
import io.ledgerbridge.ledger.JournalLine;
import io.ledgerbridge.posting.rules.Channel;
import io.ledgerbridge.posting.rules.PostingRules;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The settings from which a journal has what Sage X3's words name: an account, a partner, a dimension, the journal, the
 * entry type, the site.
 *
 * @param named each as {@code account 707000 is channels."1".accounts.revenue}
 */
record NamedSettings(Set<String> named) {

    static NamedSettings of(PostingRules rules, Journal journal, String words) {
        return new Search(rules, journal, words).all();
    }

    /** What a person can do about the refusal. */
    String remedy() {
        return named.isEmpty()
                ? "Mend what X3 names, in X3 or in the store's channel settings, then replay the order."
                : "Mend what X3 names, in X3 or in the store's settings: %s. Then replay the order."
                        .formatted(String.join("; ", named));
    }

    private record Search(PostingRules rules, Journal journal, String words, Set<String> found) {

        private Search(PostingRules rules, Journal journal, String words) {
            this(rules, journal, words, new LinkedHashSet<>());
        }

        private NamedSettings all() {
            journal.lines().forEach(this::line);
            JournalEntry entry = journal.entry();
            see("journal", entry.journalCode(), "journal.code");
            see("entry type", entry.entryType(), "journal.entry-type");
            see("site", entry.site(), hasSite() ? ofChannel("site") : "journal.site");
            return new NamedSettings(found);
        }

        private void line(JournalLine line) {
            if (isNamed(line.account())) {
                see("account", line.account(), accountSettings(line));
            }
            see("business partner", line.businessPartner(), ofChannel("business-partner"));
            line.dimensions()
                    .forEach((type, value) -> see("dimension " + type, value, ofChannel("dimensions." + type)));
        }

        private void see(String what, @Nullable String code, String setting) {
            if (code != null && isNamed(code)) {
                found.add("%s %s is %s".formatted(what, code, setting));
            }
        }

        /** Whether the words hold the code as a word of its own. */
        private boolean isNamed(String code) {
            return Pattern.compile("(?<![\\p{L}\\p{N}])" + Pattern.quote(code) + "(?![\\p{L}\\p{N}])")
                    .matcher(words)
                    .find();
        }

        /** A role without an account of its own has another's; one of an earlier mapping has its own. */
        private String accountSettings(JournalLine line) {
            Channel channel = channel();
            List<String> settings = new ArrayList<>();
            if (channel != null) {
                channel.accounts().entrySet().stream()
                        .filter(account -> account.getValue().equals(line.account()))
                        .map(Map.Entry::getKey)
                        .sorted()
                        .forEach(settings::add);
            }
            if (settings.isEmpty()) {
                settings.add(Channel.setting(line.role()));
            }
            return settings.stream()
                    .map(setting -> ofChannel("accounts." + setting))
                    .collect(Collectors.joining(" and "));
        }

        private boolean hasSite() {
            Channel channel = channel();
            return channel != null && channel.site() != null;
        }

        private @Nullable Channel channel() {
            return rules.channels().get(journal.channel());
        }

        private String ofChannel(String setting) {
            return "channels.\"%s\".%s".formatted(journal.channel(), setting);
        }
    }
}
