package io.ledgerbridge.work;

import io.ledgerbridge.posting.rules.Account;
import io.ledgerbridge.posting.rules.Channel;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where a channel's settings have an account: by role, by way of paying, by tax rate. */
final class AccountSettings {

    private AccountSettings() {}

    /** Such as {@code channels."1".accounts.shipping and channels."1".accounts.handling}; empty where none has it. */
    static String of(Channel channel, String code) {
        Stream<String> roles = channel.accounts().entrySet().stream()
                .filter(account -> account.getValue().code().equals(code))
                .map(Map.Entry::getKey)
                .sorted()
                .map(setting -> "accounts." + setting);
        Stream<String> tenders = IntStream.range(0, channel.tenders().size())
                .filter(row -> has(channel.tenders().get(row).account(), code))
                .mapToObj("tenders[%d].account"::formatted);
        Stream<String> taxes = IntStream.range(0, channel.taxes().size())
                .filter(row -> has(channel.taxes().get(row).account(), code))
                .mapToObj("tax[%d].account"::formatted);
        return Stream.of(roles, tenders, taxes)
                .flatMap(each -> each)
                .map(setting -> "channels.\"%s\".%s".formatted(channel.id(), setting))
                .collect(Collectors.joining(" and "));
    }

    private static boolean has(@Nullable Account account, String code) {
        return account != null && account.code().equals(code);
    }
}
