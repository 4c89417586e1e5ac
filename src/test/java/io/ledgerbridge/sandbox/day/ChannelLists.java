package io.ledgerbridge.sandbox.day;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A channel's ways of paying and its tax codes, each with an account of its own; empty where it has no such list. */
public record ChannelLists(List<Way> ways, List<Rate> rates) {

    static final ChannelLists NONE = new ChannelLists(List.of(), List.of());

    /** Stands for a purchase order among the gateways. */
    static final String ON_ACCOUNT = "offline";

    private static final String NO_ENTRY = "none";

    /**
     * A way of paying.
     *
     * @param account {@code none} where it makes no entry
     */
    public record Way(String name, String account, List<String> gateways) {

        boolean makesNone() {
            return account.equals(NO_ENTRY);
        }
    }

    /**
     * A tax code.
     *
     * @param country {@code *} for any
     * @param rate in per cent
     */
    public record Rate(String country, BigDecimal rate, String code, String account) {}

    public ChannelLists {
        ways = List.copyOf(ways);
        rates = List.copyOf(rates);
    }

    /** @param text on each line a name, an account and gateways, between bars */
    static ChannelLists ofWays(String text) {
        return new ChannelLists(
                rows(text)
                        .map(row -> new Way(row[0], row[1], List.of(row[2].split(" ", -1))))
                        .toList(),
                List.of());
    }

    /** @param text on each line a country, a rate in per cent, a code and an account, between bars */
    static ChannelLists ofRates(String text) {
        return new ChannelLists(
                List.of(),
                rows(text)
                        .map(row -> new Rate(row[0], new BigDecimal(row[1]), row[2], row[3]))
                        .toList());
    }

    private static Stream<String[]> rows(String text) {
        return text.lines().map(line -> line.split("\\s*\\|\\s*", -1));
    }

    Way way(String gateway) {
        return ways.stream()
                .filter(way -> way.gateways().contains(gateway))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no way of paying for " + gateway));
    }

    String code(String country, BigDecimal rate) {
        return rates.stream()
                .filter(row -> List.of("*", country).contains(row.country())
                        && row.rate().compareTo(rate) == 0)
                .map(Rate::code)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no code for %s %s".formatted(country, rate)));
    }

    /** By account, what it is for. */
    Map<String, String> accounts() {
        Map<String, String> accounts = new TreeMap<>();
        ways.stream().filter(way -> !way.makesNone()).forEach(way -> accounts.put(way.account(), way.name()));
        rates.forEach(rate -> accounts.put(rate.account(), "tax " + rate.code()));
        return accounts;
    }

    /** The program's settings, by their full names. */
    Map<String, String> settings(String channel) {
        Map<String, String> settings = new TreeMap<>();
        for (Way way : ways) {
            String row = "%stenders[%d].".formatted(channel, ways.indexOf(way));
            boolean isOnAccount = way.gateways().contains(ON_ACCOUNT);
            settings.put(row + (isOnAccount ? "method" : "gateway"), String.join(",", way.gateways()));
            settings.putAll(
                    way.makesNone()
                            ? Map.of(row + "entry", NO_ENTRY)
                            : Map.of(row + "account", way.account(), row + "name", way.name()));
            if (isOnAccount) {
                settings.put(row + "names", "Purchase Order");
            }
        }
        for (Rate rate : rates) {
            String row = "%stax[%d].".formatted(channel, rates.indexOf(rate));
            settings.put(row + "country", rate.country());
            settings.put(row + "rate", rate.rate().toPlainString());
            settings.put(row + "code", rate.code());
            settings.put(row + "account", rate.account());
        }
        return settings;
    }

    /** Without its last way of paying, which is unknown at first. */
    ChannelLists withoutLastWay() {
        return new ChannelLists(ways.subList(0, Math.max(ways.size() - 1, 0)), rates);
    }
}
