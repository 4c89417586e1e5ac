package io.ledgerbridge.operations;

import io.ledgerbridge.posting.rules.Account;
import io.ledgerbridge.posting.rules.Channel;
import io.ledgerbridge.posting.rules.JournalSettings;
import io.ledgerbridge.posting.rules.PostingRules;
import io.ledgerbridge.sagex3.check.CodeKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Every code of Sage X3's that a store's settings name, and the settings that name it. */
final class MappedCodes {

    private static final Comparator<Channel> BY_ID =
            Comparator.comparing((Channel channel) -> channel.id().length()).thenComparing(Channel::id);

    private final Map<CodeKind, Map<String, List<String>>> settings = new EnumMap<>(CodeKind.class);

    private MappedCodes() {}

    /** @param today in the store's time zone */
    static MappedCodes of(PostingRules rules, LocalDate today) {
        MappedCodes codes = new MappedCodes();
        codes.journal(rules.journal(), today);
        rules.channels().values().stream().sorted(BY_ID).forEach(codes::channel);
        return codes;
    }

    private void journal(JournalSettings journal, LocalDate today) {
        add(CodeKind.JOURNAL, journal.code(), "journal.code");
        add(CodeKind.ENTRY_TYPE, journal.entryType(), "journal.entry-type");
        add(CodeKind.SITE, journal.site(), "journal.site");
        LocalDate start = journal.start();
        if (start != null && start.isAfter(today)) {
            add(CodeKind.PERIOD, start.toString(), "journal.start");
        } else {
            add(CodeKind.PERIOD, today.toString(), "today's orders");
        }
    }

    private void channel(Channel channel) {
        String prefix = "channels.\"%s\".".formatted(channel.id());
        new TreeMap<>(channel.accounts())
                .forEach((setting, account) -> account(account, prefix + "accounts." + setting));
        add(CodeKind.SITE, channel.site(), prefix + "site");
        for (int row = 0; row < channel.tenders().size(); row++) {
            account(channel.tenders().get(row).account(), "%stenders[%d]".formatted(prefix, row));
        }
        for (int row = 0; row < channel.taxes().size(); row++) {
            String setting = "%stax[%d]".formatted(prefix, row);
            account(channel.taxes().get(row).account(), setting);
            add(CodeKind.TAX_CODE, channel.taxes().get(row).code(), setting);
        }
        new TreeMap<>(channel.customers())
                .forEach((group, partner) -> add(CodeKind.BUSINESS_PARTNER, partner, prefix + "customers." + group));
    }

    /** With what is beside it, which it may have from the channel. */
    private void account(@Nullable Account account, String setting) {
        if (account == null) {
            return;
        }
        add(CodeKind.ACCOUNT, account.code(), setting);
        if (!Account.BY_CUSTOMER.equals(account.businessPartner())) {
            add(CodeKind.BUSINESS_PARTNER, account.businessPartner(), setting);
        }
        add(CodeKind.TAX_CODE, account.taxCode(), setting);
        account.dimensions().values().forEach(value -> add(CodeKind.DIMENSION_VALUE, value, setting));
    }

    private void add(CodeKind kind, @Nullable String code, String setting) {
        if (code != null) {
            settings.computeIfAbsent(kind, absent -> new LinkedHashMap<>())
                    .computeIfAbsent(code, absent -> new ArrayList<>())
                    .add(setting);
        }
    }

    /** Each code once, those of a kind together. */
    Map<CodeKind, List<String>> byKind() {
        Map<CodeKind, List<String>> codes = new EnumMap<>(CodeKind.class);
        settings.forEach((kind, some) -> codes.put(kind, List.copyOf(some.keySet())));
        return codes;
    }

    /** The settings that name a code: the first three, and how many more. */
    String settingsOf(CodeKind kind, String code) {
        List<String> all = settings.getOrDefault(kind, Map.of()).getOrDefault(code, List.of());
        String first = String.join(", ", all.subList(0, Math.min(all.size(), 3)));
        return all.size() > 3 ? "%s and %d more".formatted(first, all.size() - 3) : first;
    }
}
