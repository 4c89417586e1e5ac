package io.ledgerbridge.sandbox.day;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * How the distributor's books are kept: two stores post to one X3 folder, every channel to accounts of its own. The
 * settings are the contract's; the secrets are good for nothing but the sandbox.
 */
public final class DayBooks {

    public static final String FOLDER = "SEED";
    /** Not yet opened in X3 when the first orders of the month come. */
    public static final YearMonth CLOSED = YearMonth.of(2026, 12);
    /** From this day on an operator has the orders of both stores filled in, those from before the books too. */
    public static final LocalDate BACKFILLED = LocalDate.of(2026, 9, 29);
    /** When the accounts of the pop-up shop are changed. */
    static final Instant REMAPPED = Instant.parse("2026-11-05T00:00:00Z");

    public static final String ENTRY_TYPE = "ODGEN";
    public static final String JOURNAL = "SAL";
    public static final String X3_CLIENT_ID = "sandbox-app";
    public static final String X3_CLIENT_SECRET = "sandbox-app-secret-of-at-least-32-bytes";
    public static final String X3_USER = "LEDGER";
    public static final String X3_PASSWORD = "sandbox-password";

    private static final String KEY =
            Base64.getEncoder().encodeToString("sandbox key, 32 bytes, no secret".getBytes(StandardCharsets.US_ASCII));

    private static final List<ChannelBooks> CHANNELS =
            List.of(mainBrand(), outlet(), workwear(), popUp("Pop-up shop", "4"), europe());
    private static final ChannelBooks REMAPPED_POP_UP = popUp("Pop-up, changed", "5");

    private DayBooks() {}

    /** One of the two stores. */
    public enum Shop {
        US("us", "usapparel1", "us-sandbox-token", "us-sandbox-client", "us-sandbox-client-secret"),
        EU("eu", "euapparel1", "eu-sandbox-token", "eu-sandbox-client", "eu-sandbox-client-secret");

        private final String key;
        private final String hash;
        private final String token;
        private final String clientId;
        private final String clientSecret;

        Shop(String key, String hash, String token, String clientId, String clientSecret) {
            this.key = key;
            this.hash = hash;
            this.token = token;
            this.clientId = clientId;
            this.clientSecret = clientSecret;
        }

        public String key() {
            return key;
        }

        public String hash() {
            return hash;
        }

        public String token() {
            return token;
        }

        public String clientId() {
            return clientId;
        }

        public String clientSecret() {
            return clientSecret;
        }

        /** Begins the references of its entries. */
        String prefix() {
            return this == US ? "BC" : "BE";
        }

        ZoneId zone() {
            return ZoneId.of(this == US ? "America/Chicago" : "Europe/Paris");
        }

        /** Orders created before it are in the books by other means, unless a backfill asks for them. */
        LocalDate start() {
            return LocalDate.of(2026, 10, 1);
        }

        /** Whether an order waits for its payment before it is entered. */
        boolean onConfirmation() {
            return this == EU;
        }
    }

    /** The accounts of the contract's example; the cost of goods stays posted when they are refunded. */
    private static ChannelBooks mainBrand() {
        return new ChannelBooks(
                "us",
                1,
                "Main brand",
                Map.ofEntries(
                        Map.entry("receivable", "411000"),
                        Map.entry("revenue", "707000"),
                        Map.entry("shipping", "708500"),
                        Map.entry("handling", "708500"),
                        Map.entry("wrapping", "708500"),
                        Map.entry("fees", "708800"),
                        Map.entry("discounts", "709000"),
                        Map.entry("sales-tax", "445710"),
                        Map.entry("gift-certificates", "419100"),
                        Map.entry("store-credit", "419200"),
                        Map.entry("cost-of-goods", "607000"),
                        Map.entry("inventory", "370000"),
                        Map.entry("rounding", "758000")),
                "post",
                "keep",
                "WEB01",
                "FR012",
                Map.of("CCE1", "WEB", "CCE2", "MAIN"));
    }

    /** Without an account for discounts, for handling and for wrapping. */
    private static ChannelBooks outlet() {
        return new ChannelBooks(
                "us",
                2,
                "Outlet",
                Map.ofEntries(
                        Map.entry("receivable", "411020"),
                        Map.entry("revenue", "707020"),
                        Map.entry("shipping", "708520"),
                        Map.entry("fees", "708820"),
                        Map.entry("sales-tax", "445720"),
                        Map.entry("gift-certificates", "419120"),
                        Map.entry("store-credit", "419220"),
                        Map.entry("cost-of-goods", "607020"),
                        Map.entry("inventory", "370020"),
                        Map.entry("rounding", "758020")),
                "memo",
                "keep",
                "WEB02",
                null,
                Map.of("CCE1", "WEB", "CCE2", "OUTLET"));
    }

    /** The short form that small shops want. */
    private static ChannelBooks workwear() {
        return new ChannelBooks(
                "us",
                3,
                "Workwear",
                Map.of(
                        "receivable", "411030",
                        "revenue", "707030",
                        "discounts", "709030",
                        "sales-tax", "445730",
                        "gift-certificates", "419130",
                        "store-credit", "419230"),
                "off",
                "keep",
                null,
                null,
                Map.of());
    }

    /** @param digit by which its accounts are told from those before or after the change */
    private static ChannelBooks popUp(String name, String digit) {
        return new ChannelBooks(
                "us",
                4,
                name,
                Map.of(
                        "receivable", "4110" + digit + "0",
                        "revenue", "7070" + digit + "0",
                        "shipping", "7085" + digit + "0",
                        "sales-tax", "4457" + digit + "0",
                        "gift-certificates", "4191" + digit + "0",
                        "store-credit", "4192" + digit + "0",
                        "cost-of-goods", "6070" + digit + "0",
                        "inventory", "3700" + digit + "0"),
                "post",
                "keep",
                null,
                null,
                Map.of("CCE1", "WEB"));
    }

    /** The only channel that takes the cost of goods back with a refund. */
    private static ChannelBooks europe() {
        return new ChannelBooks(
                "eu",
                1,
                "Europe",
                Map.ofEntries(
                        Map.entry("receivable", "411090"),
                        Map.entry("revenue", "707090"),
                        Map.entry("shipping", "708590"),
                        Map.entry("wrapping", "708595"),
                        Map.entry("fees", "708890"),
                        Map.entry("discounts", "709090"),
                        Map.entry("sales-tax", "445790"),
                        Map.entry("gift-certificates", "419190"),
                        Map.entry("store-credit", "419290"),
                        Map.entry("cost-of-goods", "607090"),
                        Map.entry("inventory", "370090"),
                        Map.entry("rounding", "758090")),
                "post",
                "reverse",
                "WEB09",
                "FR021",
                Map.of("CCE1", "WEB"));
    }

    public static List<ChannelBooks> channels() {
        return CHANNELS;
    }

    /** Those before and those after the change. */
    static List<ChannelBooks> booksOfTheDay() {
        return Stream.concat(CHANNELS.stream(), Stream.of(REMAPPED_POP_UP)).toList();
    }

    /** The accounts of an order made at that time, as they are in the end. */
    static ChannelBooks channel(Shop shop, long channel, Instant created) {
        if (shop == Shop.US && channel == REMAPPED_POP_UP.channel() && !created.isBefore(REMAPPED)) {
            return REMAPPED_POP_UP;
        }
        return CHANNELS.stream()
                .filter(books -> books.store().equals(shop.key()) && books.channel() == channel)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no books for %s, channel %d".formatted(shop, channel)));
    }

    /** Every account that the folder must know. */
    public static Set<String> accounts() {
        Set<String> accounts = new TreeSet<>();
        booksOfTheDay().forEach(books -> accounts.addAll(books.accounts().values()));
        return accounts;
    }

    public static Set<String> sites() {
        return Set.of("FR011", "FR012", "FR021");
    }

    public static Set<String> businessPartners() {
        return Set.of("WEB01", "WEB02", "WEB09");
    }

    /** The program's settings for the sandbox, by their full names; it runs on its usual port. */
    public static Map<String, String> settings(String bigCommerceUrl, String x3GraphqlUrl, String x3RestUrl) {
        Map<String, String> settings = new TreeMap<>();
        settings.put("ledger-bridge.public-url", "http://localhost:8080");
        settings.put("ledger-bridge.encryption-key", KEY);
        int number = 0;
        for (String role : List.of("viewer", "operator", "admin")) {
            String user = "ledger-bridge.users[%d].".formatted(number++);
            settings.put(user + "name", role);
            settings.put(user + "password", "{noop}" + role);
            settings.put(user + "role", role);
        }
        store(settings, Shop.US, bigCommerceUrl, "x-bc-signature");
        store(settings, Shop.EU, bigCommerceUrl, "standard-webhooks");
        graphql(settings, x3GraphqlUrl);
        rest(settings, x3RestUrl);
        CHANNELS.forEach(books -> channel(settings, books));
        return settings;
    }

    /** The settings that are changed in November. */
    public static Map<String, String> remapped() {
        Map<String, String> settings = new TreeMap<>();
        channel(settings, REMAPPED_POP_UP);
        return settings;
    }

    /** As they are changed at first: X3 has no such account for revenue. */
    public static Map<String, String> remappedByMistake() {
        Map<String, String> settings = remapped();
        settings.put("ledger-bridge.stores.us.channels.4.accounts.revenue", "707500");
        return settings;
    }

    private static void store(Map<String, String> settings, Shop shop, String bigCommerceUrl, String signature) {
        String shopSays = store(shop) + "bigcommerce.";
        settings.put(shopSays + "api-url", bigCommerceUrl);
        settings.put(shopSays + "store-hash", shop.hash());
        settings.put(shopSays + "access-token", shop.token());
        settings.put(shopSays + "client-secret", shop.clientSecret());
        settings.put(shopSays + "signature", signature);
        String journal = store(shop) + "journal.";
        settings.put(journal + "prefix", shop.prefix());
        settings.put(journal + "start", shop.start().toString());
        settings.put(journal + "entry-type", ENTRY_TYPE);
        settings.put(journal + "code", JOURNAL);
        settings.put(journal + "site", "FR011");
        settings.put(journal + "time-zone", shop.zone().getId());
        settings.put(journal + "recognition", shop.onConfirmation() ? "on-confirmation" : "immediate");
        settings.put(journal + "negative-amounts", shop == Shop.US ? "keep" : "swap-sides");
        settings.put(journal + "closed-period", shop == Shop.US ? "park" : "roll-forward");
    }

    private static void graphql(Map<String, String> settings, String url) {
        String x3 = store(Shop.US) + "sage-x3.";
        settings.put(x3 + "api", "graphql");
        settings.put(x3 + "url", url);
        settings.put(x3 + "endpoint", FOLDER);
        settings.put(x3 + "auth.type", "connected-app");
        settings.put(x3 + "auth.client-id", X3_CLIENT_ID);
        settings.put(x3 + "auth.client-secret", X3_CLIENT_SECRET);
        settings.put(x3 + "auth.user", X3_USER);
    }

    private static void rest(Map<String, String> settings, String url) {
        String x3 = store(Shop.EU) + "sage-x3.";
        settings.put(x3 + "api", "rest");
        settings.put(x3 + "url", url);
        settings.put(x3 + "endpoint", FOLDER);
        settings.put(x3 + "auth.type", "basic");
        settings.put(x3 + "auth.user", X3_USER);
        settings.put(x3 + "auth.password", X3_PASSWORD);
    }

    private static void channel(Map<String, String> settings, ChannelBooks books) {
        String channel = "ledger-bridge.stores.%s.channels.%d.".formatted(books.store(), books.channel());
        settings.put(channel + "name", books.name());
        books.accounts().forEach((setting, account) -> settings.put(channel + "accounts." + setting, account));
        settings.put(channel + "cost-of-goods", books.costOfGoods());
        settings.put(channel + "cost-of-goods-on-refund", books.costOfGoodsOnRefund());
        if (books.businessPartner() != null) {
            settings.put(channel + "business-partner", books.businessPartner());
        }
        if (books.site() != null) {
            settings.put(channel + "site", books.site());
        }
        books.dimensions().forEach((field, value) -> settings.put(channel + "dimensions[" + field + "]", value));
    }

    private static String store(Shop shop) {
        return "ledger-bridge.stores.%s.".formatted(shop.key());
    }
}
