package io.ledgerbridge.work;

import io.ledgerbridge.posting.rules.Account;
import io.ledgerbridge.posting.rules.Channel;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where a channel's settings have a code that goes beside an account: a business partner, a tax code. */
final class CodeSettings {

    private static final String RECEIVABLE = "receivable";

    private CodeSettings() {}

    /** Such as {@code channels."1".customers.wholesale}; empty where no setting has it. */
    static String ofPartner(Channel channel, String code) {
        boolean isChannels = isPartner(channel.accounts().get(RECEIVABLE), code);
        Stream<String> own = isChannels ? Stream.of("business-partner") : Stream.of();
        Stream<String> customers = channel.customers().entrySet().stream()
                .filter(customer -> customer.getValue().equals(code))
                .map(Map.Entry::getKey)
                .sorted()
                .map(group -> "customers." + group);
        // the channel's partner is laid under its ways of paying
        Stream<String> tenders = isChannels
                ? Stream.of()
                : rows("tenders[%d].business-partner", channel.tenders(), row -> isPartner(row.account(), code));
        Stream<String> accounts = accounts(channel, "business-partner", account -> isPartner(account, code));
        return joined(channel, Stream.of(own, customers, tenders, accounts).flatMap(Function.identity()));
    }

    /** Such as {@code channels."1".tax[0].code}; empty where no setting has it. */
    static String ofTaxCode(Channel channel, String code) {
        Stream<String> taxes = rows("tax[%d].code", channel.taxes(), row -> code.equals(row.code()));
        return joined(
                channel,
                Stream.concat(taxes, accounts(channel, "tax-code", account -> code.equals(account.taxCode()))));
    }

    private static boolean isPartner(@Nullable Account account, String code) {
        return account != null && code.equals(account.businessPartner());
    }

    private static Stream<String> accounts(Channel channel, String setting, Predicate<Account> hasIt) {
        return channel.accounts().entrySet().stream()
                .filter(account -> hasIt.test(account.getValue()))
                .map(Map.Entry::getKey)
                .filter(name -> !(name.equals(RECEIVABLE) && setting.equals("business-partner")))
                .sorted()
                .map(name -> "accounts.%s.%s".formatted(name, setting));
    }

    private static <T> Stream<String> rows(String setting, List<T> rows, Predicate<T> hasIt) {
        return IntStream.range(0, rows.size())
                .filter(row -> hasIt.test(rows.get(row)))
                .mapToObj(setting::formatted);
    }

    private static String joined(Channel channel, Stream<String> settings) {
        return settings.map(setting -> "channels.\"%s\".%s".formatted(channel.id(), setting))
                .collect(Collectors.joining(" and "));
    }
}
