package io.ledgerbridge.operations;

import static io.ledgerbridge.operations.SettingKind.code;
import static io.ledgerbridge.operations.SettingKind.duration;
import static io.ledgerbridge.operations.SettingKind.number;
import static io.ledgerbridge.operations.SettingKind.plain;
import static io.ledgerbridge.operations.SettingKind.require;
import static io.ledgerbridge.operations.SettingKind.secret;
import static io.ledgerbridge.operations.SettingKind.text;
import static io.ledgerbridge.operations.SettingKind.word;

import io.ledgerbridge.bigcommerce.ShopSettings;
import io.ledgerbridge.bigcommerce.ShopSettings.SharedHeader;
import io.ledgerbridge.bigcommerce.SignatureScheme;
import io.ledgerbridge.ledger.NegativeAmounts;
import io.ledgerbridge.posting.Channel;
import io.ledgerbridge.posting.JournalSettings;
import io.ledgerbridge.posting.PostingRules;
import io.ledgerbridge.sagex3.Auth;
import io.ledgerbridge.sagex3.FolderSettings;
import io.ledgerbridge.sagex3.FolderSettings.X3Api;
import io.ledgerbridge.sagex3.LookUp;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads one store's settings: each line is a setting, what it may be, and what holds where it is absent. */
final class StoreReader {

    private static final String CLOSED = "(?i)period.{0,30}(closed|not open)";
    private static final String TEMPLATES = "routes/sage-x3";
    private static final List<String> REQUIRED_ACCOUNTS = List.of("receivable", "revenue");
    private static final List<String> OPTIONAL_ACCOUNTS = List.of(
            "shipping",
            "handling",
            "wrapping",
            "fees",
            "discounts",
            "sales-tax",
            "gift-certificates",
            "store-credit",
            "cost-of-goods",
            "inventory",
            "rounding");

    private static final SettingKind<String> CHANNEL_ID = text("[1-9][0-9]{0,9}", "BigCommerce's number of a channel");
    private static final SettingKind<String> FIELD_NAME =
            text("[A-Za-z][A-Za-z0-9_]{0,29}", "the name of a field of X3's, such as CCE1");
    private static final SettingKind<String> X3_NAME =
            text("[A-Za-z_][A-Za-z0-9_]{0,59}", "a name of letters, digits and underscores");
    private static final SettingKind<String> ENDPOINT =
            text("[A-Za-z0-9_.-]{1,60}", "the name of an X3 endpoint: letters, digits, dashes, dots, underscores");
    private static final SettingKind<String> STORE_HASH =
            text("[A-Za-z0-9_-]{1,50}", "BigCommerce's name of the store, the part of its API path after /stores/");
    private static final SettingKind<String> HEADER_NAME = text("[A-Za-z0-9-]{1,60}", "the name of an HTTP header");
    private static final SettingKind<String> LINE = text("[^\\p{Cntrl}]{1,200}", "one line of at most 200 characters");
    private static final SettingKind<String> PREFIX =
            text("[A-Z0-9]{0,3}[A-Z]", "at most three of A-Z and 0-9, and one of A-Z after them, such as BC");
    private static final SettingKind<LocalDate> DAY =
            plain("a day such as 2026-11-01", LocalDate.EPOCH, LocalDate::parse);
    private static final SettingKind<ZoneId> ZONE =
            plain("a time zone such as America/Chicago", ZoneOffset.UTC, ZoneId::of);
    private static final SettingKind<String> FOLDER =
            plain("a folder that is there", "", text -> require(text, each -> Files.isDirectory(Path.of(each))));

    private final String store;
    private final SettingsGroup group;

    StoreReader(String store, SettingsGroup group) {
        this.store = store;
        this.group = group;
    }

    StoreSettings read() {
        SettingsGroup journal = group.group("journal");
        return new StoreSettings(
                shop(group.group("bigcommerce")),
                folder(group.group("sage-x3"), journal),
                new PostingRules(store, journal(journal), channels()));
    }

    private ShopSettings shop(SettingsGroup shop) {
        Set<SignatureScheme> signature = EnumSet.noneOf(SignatureScheme.class);
        signature.addAll(shop.list("signature", word(SignatureScheme.class)));
        if (signature.isEmpty()) {
            signature.add(SignatureScheme.X_BC_SIGNATURE);
        }
        boolean keyed = !signature.equals(EnumSet.of(SignatureScheme.SHARED_HEADER));
        Setting<String> clientSecret = shop.get("client-secret", secret());
        return new ShopSettings(
                shop.url("api-url").or(URI.create("https://api.bigcommerce.com")),
                shop.get("store-hash", STORE_HASH).required(),
                shop.get("access-token", secret()).orStored(),
                keyed ? clientSecret.orStored() : clientSecret.orNull(),
                signature,
                shop.get("signature-tolerance", duration()).or(Duration.ofHours(50)),
                sharedHeader(shop.group("shared-header"), signature.contains(SignatureScheme.SHARED_HEADER)),
                shop.get("request-timeout", duration()).or(Duration.ofSeconds(30)));
    }

    /** Its value is required where it is the signature, since PUT credentials have no name for it. */
    private static @Nullable SharedHeader sharedHeader(SettingsGroup header, boolean needed) {
        String name = header.get("name", HEADER_NAME).or("X-Ledger-Bridge");
        Setting<String> value = header.get("value", secret());
        return needed || value.isThere() ? new SharedHeader(name, value.required()) : null;
    }

    private static FolderSettings folder(SettingsGroup folder, SettingsGroup journal) {
        X3Api api = folder.get("api", word(X3Api.class)).or(X3Api.GRAPHQL);
        SettingsGroup rest = folder.group("rest");
        SettingsGroup graphql = folder.group("graphql");
        SettingsGroup soap = folder.group("soap");
        return new FolderSettings(
                api,
                folder.url("url").required(),
                folder.get("endpoint", ENDPOINT).required(),
                auth(folder.group("auth"), api),
                folder.get("concurrency", number(1, 100)).or(4),
                folder.get("request-timeout", duration()).or(Duration.ofMinutes(2)),
                folder.get("look-up", word(LookUp.class)).or(LookUp.ALWAYS),
                new FolderSettings.Rest(
                        rest.get("class", X3_NAME).or("GACCENTRY"),
                        rest.get("representation", X3_NAME).or("GACCENTRY"),
                        rest.get("lines", X3_NAME).or("LINES")),
                new FolderSettings.Graphql(
                        graphql.get("package", X3_NAME).or("x3Finance"),
                        graphql.get("node", X3_NAME).or("journalEntry"),
                        graphql.get("reference-property", X3_NAME).or("sourceDocument")),
                new FolderSettings.Soap(
                        soap.get("public-name", X3_NAME).or("WSGAS"),
                        soap.get("pool-alias", X3_NAME).or("LEDGER"),
                        soap.get("language", text("[A-Z]{2,3}", "a language of X3's, such as ENG"))
                                .or("ENG")),
                templates(folder),
                journal.get("negative-amounts", word(NegativeAmounts.class)).or(NegativeAmounts.KEEP));
    }

    private static String templates(SettingsGroup folder) {
        Setting<String> templates = folder.get("templates", FOLDER);
        if (!templates.isThere() && !Files.isDirectory(Path.of(TEMPLATES))) {
            folder.fault("templates", "the default, %s, is not a folder that is there".formatted(TEMPLATES));
        }
        return templates.or(TEMPLATES);
    }

    /** What each type needs is in the contract's comments, and that X3's GraphQL takes no HTTP Basic in its headers. */
    private static Auth auth(SettingsGroup auth, X3Api api) {
        Setting<Auth.Type> given = auth.get("type", word(Auth.Type.class));
        Auth.Type type = given.required();
        Setting<String> clientId = auth.get("client-id", LINE);
        Setting<String> clientSecret = auth.get("client-secret", secret());
        Setting<String> user = auth.get("user", LINE);
        Setting<String> password = auth.get("password", secret());
        Setting<URI> authorizeUrl = auth.url("authorize-url");
        Setting<URI> tokenUrl = auth.url("token-url");
        if (given.isThere()) {
            switch (type) {
                case OAUTH2 -> {
                    clientId.required();
                    clientSecret.orStored();
                    authorizeUrl.required();
                    tokenUrl.required();
                }
                case CLIENT_CREDENTIALS -> {
                    clientId.required();
                    clientSecret.orStored();
                    tokenUrl.required();
                }
                case CONNECTED_APP -> {
                    clientId.required();
                    clientSecret.orStored();
                    user.required();
                }
                case BASIC -> {
                    user.required();
                    password.orStored();
                }
            }
            if (type == Auth.Type.BASIC && api == X3Api.GRAPHQL) {
                auth.warn("type", "\"basic\" is documented by Sage for api1 and SOAP only");
            }
            if (type == Auth.Type.CONNECTED_APP && api != X3Api.GRAPHQL) {
                auth.warn("type", "\"connected-app\" is documented by Sage for api graphql only");
            }
        }
        return new Auth(
                type,
                clientId.orNull(),
                clientSecret.orNull(),
                user.orNull(),
                password.orNull(),
                auth.get("audience", LINE).orNull(),
                authorizeUrl.orNull(),
                tokenUrl.orNull(),
                auth.get("token-request", word(Auth.TokenRequest.class)).or(Auth.TokenRequest.JSON),
                auth.get("refresh-token", secret()).orNull());
    }

    private static JournalSettings journal(SettingsGroup journal) {
        return new JournalSettings(
                journal.get("prefix", PREFIX).or("BC"),
                journal.get("start", DAY).orNull(),
                journal.get("entry-type", code(5)).required(),
                journal.get("code", code(5)).required(),
                journal.get("site", code(5)).required(),
                journal.get("time-zone", ZONE).required(),
                journal.get("recognition", word(JournalSettings.Recognition.class))
                        .or(JournalSettings.Recognition.IMMEDIATE),
                journal.get("closed-period", word(JournalSettings.ClosedPeriod.class))
                        .or(JournalSettings.ClosedPeriod.PARK),
                journal.patterns("closed-period-texts", CLOSED),
                journal.get("rounding-limit", number(0, 1000)).or(5));
    }

    private Map<String, Channel> channels() {
        Map<String, SettingsGroup> groups = group.groups("channels", CHANNEL_ID);
        if (groups.isEmpty()) {
            group.warn("channels", "there are none, so every order of this store will park");
        }
        return groups.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, each -> channel(each.getKey(), each.getValue())));
    }

    private static Channel channel(String id, SettingsGroup channel) {
        Map<String, String> accounts = accounts(channel.group("accounts"));
        Channel.CostOfGoods costOfGoods =
                channel.get("cost-of-goods", word(Channel.CostOfGoods.class)).or(Channel.CostOfGoods.OFF);
        if (costOfGoods == Channel.CostOfGoods.POST
                && !accounts.keySet().containsAll(List.of("cost-of-goods", "inventory"))) {
            channel.warn(
                    "cost-of-goods", "\"post\" without accounts for cost-of-goods and inventory parks every order");
        }
        return new Channel(
                id,
                channel.get("name", LINE).or(id),
                accounts,
                costOfGoods,
                channel.get("cost-of-goods-on-refund", word(Channel.CostOfGoodsOnRefund.class))
                        .or(Channel.CostOfGoodsOnRefund.KEEP),
                channel.get("business-partner", code(15)).orNull(),
                channel.get("site", code(5)).orNull(),
                channel.values("dimensions", FIELD_NAME, code(15)));
    }

    private static Map<String, String> accounts(SettingsGroup group) {
        Map<String, String> accounts = new LinkedHashMap<>();
        for (String name : REQUIRED_ACCOUNTS) {
            accounts.put(name, group.get(name, code(15)).required());
        }
        for (String name : OPTIONAL_ACCOUNTS) {
            Setting<String> account = group.get(name, code(15));
            if (account.isThere()) {
                accounts.put(name, account.required());
            }
        }
        return accounts;
    }
}
