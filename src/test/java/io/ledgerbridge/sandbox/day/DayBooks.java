package io.ledgerbridge.sandbox.day;

import io.ledgerbridge.sandbox.bigcommerce.BigCommerceSandbox;
import io.ledgerbridge.sandbox.bigcommerce.Signature;
import io.ledgerbridge.sandbox.bigcommerce.Store;
import io.ledgerbridge.sandbox.bigcommerce.Token;
import io.ledgerbridge.sandbox.sagex3.AccountRules;
import io.ledgerbridge.sandbox.sagex3.ConnectedApp;
import io.ledgerbridge.sandbox.sagex3.Folder;
import io.ledgerbridge.sandbox.sagex3.SageX3Sandbox;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * How the distributor's books are kept: two stores post to one X3 folder, every channel to accounts of its own. The
 * settings are the contract's; the secrets are good for nothing but the sandbox.
 */
public final class DayBooks {

    public static final String FOLDER = "SEED";
    /** Not yet opened in X3 when the first orders of the month come. */
    public static final YearMonth CLOSED = YearMonth.of(2026, 12);

    static final Instant WHILE_CLOSED = Instant.parse("2026-12-02T15:00:00Z");

    /** From this day on an operator has the orders of both stores filled in, those from before the books too. */
    public static final LocalDate BACKFILLED = LocalDate.of(2026, 9, 29);
    /** A channel without accounts. */
    static final long UNMAPPED = 9;

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

    /**
     * The first has the accounts of the contract's example; the second lacks those for discounts, handling and wrapping; the
     * third has the short form that small shops want; Europe takes the cost of goods back with a refund. The first keeps what is
     * receivable by way of paying, of which the last is missing at first; France keeps its sale by tax code.
     */
    private static final List<ChannelBooks> CHANNELS = List.of(
            new ChannelBooks(
                    "us",
                    1,
                    "Main brand",
                    pairs("""
                    receivable 411000 revenue 707000 shipping 708500 handling 708500 wrapping 708500 fees 708800
                    discounts 709000 sales-tax 445710 gift-certificates 419100 store-credit 419200 cost-of-goods 607000
                    inventory 370000 rounding 758000"""),
                    "post",
                    "keep",
                    "WEB01",
                    "FR012",
                    pairs("CCE1 WEB CCE2 MAIN"),
                    ChannelLists.ofWays("""
                    Card | 511200 | authorizenet stripe
                    PayPal | 511300 | paypalexpress checkout_paypalexpress
                    Other refunds | 511900 | custom
                    On account | 411100 | offline
                    Till | none | instore
                    Klarna | 511400 | klarna""")),
            new ChannelBooks(
                    "us",
                    2,
                    "Outlet",
                    pairs("""
                    receivable 411020 revenue 707020 shipping 708520 fees 708820 sales-tax 445720
                    gift-certificates 419120 store-credit 419220 cost-of-goods 607020 inventory 370020
                    rounding 758020"""),
                    "memo",
                    "keep",
                    "WEB02",
                    null,
                    pairs("CCE1 WEB CCE2 OUTLET"),
                    ChannelLists.NONE),
            new ChannelBooks("us", 3, "Workwear", pairs("""
                    receivable 411030 revenue 707030 discounts 709030 sales-tax 445730 gift-certificates 419130
                    store-credit 419230"""), "off", "keep", null, null, Map.of(), ChannelLists.NONE),
            popUp("Pop-up shop", 4),
            new ChannelBooks(
                    "eu",
                    1,
                    "Europe",
                    pairs("""
                    receivable 411090 revenue 707090 shipping 708590 wrapping 708595 fees 708890 discounts 709090
                    sales-tax 445790 gift-certificates 419190 store-credit 419290 cost-of-goods 607090 inventory 370090
                    rounding 758090"""),
                    "post",
                    "reverse",
                    "WEB09",
                    "FR021",
                    pairs("CCE1 WEB"),
                    ChannelLists.NONE),
            new ChannelBooks(
                    "eu", 2, "France", pairs("""
                    receivable 411092 revenue 707092 shipping 708592 discounts 709092 sales-tax 445792
                    gift-certificates 419192 store-credit 419292 rounding 758092"""), "off", "keep", null, null, Map.of(), ChannelLists.ofRates("""
                    FR | 20 | FR20 | 445711
                    FR | 5.5 | FR055 | 445712
                    DE | 19 | DE19 | 445719
                    * | 0 | EXP0 | 445700""")));

    private static final ChannelBooks REMAPPED_POP_UP = popUp("Pop-up, changed", 5);

    private DayBooks() {}

    /** One of the two stores. */
    public enum Shop {
        US("us", "BC", "America/Chicago"),
        EU("eu", "BE", "Europe/Paris");

        private final String key;
        private final String prefix;
        private final String zone;

        Shop(String key, String prefix, String zone) {
            this.key = key;
            this.prefix = prefix;
            this.zone = zone;
        }

        public String key() {
            return key;
        }

        public String hash() {
            return key + "apparel1";
        }

        public Token token() {
            return Token.full(key + "-sandbox-token", key + "-sandbox-client", key + "-sandbox-client-secret");
        }

        /** Begins the references of its entries. */
        String prefix() {
            return prefix;
        }

        ZoneId zone() {
            return ZoneId.of(zone);
        }

        /** Whether an order waits for its payment before it is entered. */
        boolean onConfirmation() {
            return this == EU;
        }

        /** The store as BigCommerce has it; prices in Europe hold their tax. */
        public Store open(BigCommerceSandbox sandbox) {
            Store store = sandbox.store(hash())
                    .grant(token())
                    .quota(1_000_000, Duration.ofSeconds(30))
                    .signing(this == US ? Signature.X_BC_SIGNATURE_BASE64 : Signature.STANDARD_WEBHOOKS)
                    .firstOrder(this == US ? 1001 : 501);
            return this == EU ? store.taxInclusive() : store;
        }
    }

    /** X3 with the folder of both stores, and the user and the application by which the program logs in. */
    public static SageX3Sandbox x3(int port) {
        SageX3Sandbox x3 = SageX3Sandbox.start(
                port,
                io.ledgerbridge.sandbox.sagex3.Ledger.of(Folder.sample(FOLDER)
                        .sites("FR011", "FR012", "FR021")
                        .businessPartners("WEB01", "WEB02", "WEB09")
                        .accounts(booksOfTheDay().stream()
                                .flatMap(books -> books.all().stream())
                                .toArray(String[]::new))
                        .taxCodes(CHANNELS.stream()
                                .flatMap(books -> books.lists().rates().stream())
                                .map(ChannelLists.Rate::code)
                                .toArray(String[]::new))
                        .accounts(CHANNELS.stream()
                                .flatMap(books -> books.taxed().stream())
                                .map(account -> AccountRules.of(account).withTaxCode())
                                .toArray(AccountRules[]::new))));
        x3.access()
                .user(X3_USER, X3_PASSWORD)
                .connectedApp(
                        new ConnectedApp(X3_CLIENT_ID, X3_CLIENT_SECRET, x3.url() + "/xtrem/api", Duration.ofHours(1)));
        return x3;
    }

    /** @param digit by which its accounts are told from those before or after the change */
    private static ChannelBooks popUp(String name, int digit) {
        String accounts = """
                receivable 4110%1$d0 revenue 7070%1$d0 shipping 7085%1$d0 sales-tax 4457%1$d0
                gift-certificates 4191%1$d0 store-credit 4192%1$d0 cost-of-goods 6070%1$d0 inventory 3700%1$d0""";
        return new ChannelBooks(
                "us",
                4,
                name,
                pairs(accounts.formatted(digit)),
                "post",
                "keep",
                null,
                null,
                pairs("CCE1 WEB"),
                ChannelLists.NONE);
    }

    /** @param text each setting before its value */
    private static Map<String, String> pairs(String text) {
        String[] words = text.split("\\s+", -1);
        return IntStream.range(0, words.length / 2)
                .boxed()
                .collect(Collectors.toMap(pair -> words[2 * pair], pair -> words[2 * pair + 1]));
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

    /** The program's settings for the sandbox, by their full names; it runs on its usual port. */
    public static Map<String, String> settings(String bigCommerceUrl, String x3Url) {
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
        x3(settings, Shop.US, x3Url);
        x3(settings, Shop.EU, x3Url);
        CHANNELS.forEach(books -> channel(settings, books));
        CHANNELS.forEach(books -> settings.putAll(books.lists().withoutLastWay().settings(prefix(books))));
        return settings;
    }

    /** The settings that are changed in November: the pop-up shop's accounts, and a way of paying that was missing. */
    public static Map<String, String> remapped() {
        Map<String, String> settings = new TreeMap<>();
        channel(settings, REMAPPED_POP_UP);
        CHANNELS.forEach(books -> settings.putAll(books.lists().settings(prefix(books))));
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
        settings.put(shopSays + "access-token", shop.token().value());
        settings.put(shopSays + "client-secret", shop.token().clientSecret());
        settings.put(shopSays + "signature", signature);
        String journal = store(shop) + "journal.";
        settings.put(journal + "prefix", shop.prefix());
        settings.put(journal + "start", "2026-10-01");
        settings.put(journal + "entry-type", ENTRY_TYPE);
        settings.put(journal + "code", JOURNAL);
        settings.put(journal + "site", "FR011");
        settings.put(journal + "time-zone", shop.zone().getId());
        settings.put(journal + "recognition", shop.onConfirmation() ? "on-confirmation" : "immediate");
        settings.put(journal + "negative-amounts", shop == Shop.US ? "keep" : "swap-sides");
        settings.put(journal + "closed-period", shop == Shop.US ? "park" : "roll-forward");
    }

    private static void x3(Map<String, String> settings, Shop shop, String url) {
        String x3 = store(shop) + "sage-x3.";
        settings.put(x3 + "api", shop == Shop.US ? "graphql" : "rest");
        settings.put(x3 + "url", url);
        settings.put(x3 + "endpoint", FOLDER);
        settings.put(x3 + "auth.type", shop == Shop.US ? "connected-app" : "basic");
        settings.put(x3 + "auth.user", X3_USER);
        if (shop == Shop.US) {
            settings.put(x3 + "auth.client-id", X3_CLIENT_ID);
            settings.put(x3 + "auth.client-secret", X3_CLIENT_SECRET);
        } else {
            settings.put(x3 + "auth.password", X3_PASSWORD);
        }
    }

    private static void channel(Map<String, String> settings, ChannelBooks books) {
        String channel = prefix(books);
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

    private static String prefix(ChannelBooks books) {
        return "ledger-bridge.stores.%s.channels.%d.".formatted(books.store(), books.channel());
    }

    private static String store(Shop shop) {
        return "ledger-bridge.stores.%s.".formatted(shop.key());
    }
}
