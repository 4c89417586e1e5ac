package io.ledgerbridge.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbridge.alerts.AlertSettings;
import io.ledgerbridge.bigcommerce.ShopSettings;
import io.ledgerbridge.bigcommerce.SignatureScheme;
import io.ledgerbridge.credentials.KeysetRecipe;
import io.ledgerbridge.ledger.EntryStatus;
import io.ledgerbridge.ledger.NegativeAmounts;
import io.ledgerbridge.posting.rules.Account;
import io.ledgerbridge.posting.rules.Channel;
import io.ledgerbridge.posting.rules.JournalSettings;
import io.ledgerbridge.sagex3.FolderSettings;
import io.ledgerbridge.sagex3.GraphqlSettings;
import io.ledgerbridge.sagex3.LookUpPolicy;
import io.ledgerbridge.sagex3.X3Api;
import io.ledgerbridge.sagex3.login.Auth;
import io.ledgerbridge.sagex3.templates.EntryHeader;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {

    private static final FrontDoorSettings FRONT_DOOR =
            new FrontDoorSettings(250, Duration.ofSeconds(10), 100, 50, 16, 10);
    private static final String US = "ledger-bridge.stores.us.";

    @Test
    void startsWithNoStoreAndNoUser() {
        LedgerBridgeSettings settings = SettingsFixture.empty().read();

        assertThat(settings.stores()).isEmpty();
        assertThat(settings.users()).isEmpty();
        assertThat(settings.drain().interval()).hasMillis(200);
        assertThat(settings.drain().workers()).isEqualTo(8);
        assertThat(settings.drain().lease()).hasMinutes(5);
        assertThat(settings.drain().poisonAfter()).isEqualTo(3);
        assertThat(settings.drain().stalledAfter()).hasMinutes(15);
        assertThat(settings.retry().initialDelay()).hasSeconds(30);
        assertThat(settings.retry().multiplier()).isEqualTo(2);
        assertThat(settings.retry().maxDelay()).hasHours(1);
        assertThat(settings.retry().giveUpAfter()).hasHours(48);
        assertThat(settings.sweep().interval()).hasMinutes(5);
        assertThat(settings.sweep().overlap()).hasMinutes(10);
        assertThat(settings.retention().deliveries()).hasDays(30);
        assertThat(settings.retention().events()).hasDays(400);
        assertThat(settings.retention().readings()).hasDays(3650);
        assertThat(settings.approval().replayOrders()).isEqualTo(100);
        assertThat(settings.approval().replayAmount()).isEqualByComparingTo("10000");
        assertThat(settings.approval().acceptAmount()).isEqualByComparingTo("100");
        assertThat(settings.hooks().register()).isTrue();
        assertThat(settings.hooks().checkInterval()).hasMinutes(15);
        assertThat(settings.hooks().publicUrl()).isNull();
        assertThat(settings.answers().bytes()).isEqualTo(4 * 1024 * 1024);
        assertThat(settings.frontDoor()).isEqualTo(FRONT_DOOR);
    }

    @Test
    void readsTheFrontDoorAsTheExampleHasIt() {
        assertThat(SettingsFixture.example().read().frontDoor()).isEqualTo(FRONT_DOOR);
        assertThat(SettingsFixture.empty().yaml("""
                                ledger-bridge.front-door: { bodies: 20, body-time: 2s, webhooks: 5, requests: 6, logins: 2, sessions: 1 }
                                """).read().frontDoor())
                .isEqualTo(new FrontDoorSettings(20, Duration.ofSeconds(2), 5, 6, 2, 1));
    }

    @Test
    void takesTheKeysetOfTheReadmesRecipeFromTheEnvironment() throws Exception {
        String keyset = KeysetRecipe.ofSecurityPage(SettingsFixture.KEY);

        assertThat(SettingsFixture.example()
                        .variable("LEDGER_BRIDGE_ENCRYPTION_KEY", keyset)
                        .read()
                        .encryptionKey()
                        .text())
                .isEqualTo(keyset);
    }

    @Test
    void readsTheExampleAsItStands() {
        StoreSettings store = us(
                SettingsFixture.example().set("US_BIGCOMMERCE_TOKEN", "token").set("US_BIGCOMMERCE_SECRET", "secret"));

        assertThat(store.shop().sharedHeader()).isNull();
        assertThat(store.shop())
                .usingRecursiveComparison()
                .ignoringFields("sharedHeader")
                .isEqualTo(new ShopSettings(
                        URI.create("https://api.bigcommerce.com"),
                        "abc123",
                        "token",
                        "secret",
                        Set.of(SignatureScheme.X_BC_SIGNATURE),
                        Duration.ofHours(50),
                        null,
                        Duration.ofSeconds(30)));
        assertThat(store.folder())
                .isEqualTo(new FolderSettings(
                        X3Api.GRAPHQL,
                        URI.create("https://x3.example.com:8124"),
                        "SEED",
                        new Auth(
                                Auth.Type.CONNECTED_APP,
                                "ledger-bridge",
                                null,
                                "LEDGER",
                                null,
                                "https://x3.example.com:8124/xtrem/api",
                                URI.create("https://api.example.com/v1/token/authorise"),
                                URI.create("https://api.example.com/v1/token"),
                                Auth.TokenRequest.JSON,
                                null),
                        4,
                        Duration.ofMinutes(2),
                        LookUpPolicy.ALWAYS,
                        1,
                        new FolderSettings.Rest("GACCENTRY", "GACCENTRY", "LINES"),
                        new GraphqlSettings("/xtrem/api", "x3Finance", "journalEntry", "sourceDocument"),
                        new FolderSettings.Soap("WSGAS", "LEDGER", "ENG"),
                        "./routes/sage-x3",
                        NegativeAmounts.KEEP,
                        new EntryHeader(EntryStatus.TEMPORARY, Set.of(), "BPRVCR")));
        JournalSettings journal = store.rules().journal();
        assertThat(journal.prefix()).isEqualTo("BC");
        assertThat(journal.start()).isEqualTo(LocalDate.of(2026, 11, 1));
        assertThat(journal.entryType()).isEqualTo("ODGEN");
        assertThat(journal.code()).isEqualTo("SAL");
        assertThat(journal.site()).isEqualTo("FR011");
        assertThat(journal.zone()).isEqualTo(ZoneId.of("America/Chicago"));
        assertThat(journal.recognition()).isEqualTo(JournalSettings.Recognition.IMMEDIATE);
        assertThat(journal.closedPeriod()).isEqualTo(JournalSettings.ClosedPeriod.PARK);
        assertThat(journal.closedPeriodTexts())
                .extracting(Object::toString)
                .containsExactly("(?i)period.{0,30}(closed|not open)");
        assertThat(journal.roundingLimit()).isEqualTo(5);
        assertThat(journal.refundsOfEarlierOrders()).isEqualTo(JournalSettings.RefundsOfEarlierOrders.PARK);
        assertThat(journal.refundRate()).isEqualTo(JournalSettings.RefundRate.ORDER);
        Channel channel = Objects.requireNonNull(store.rules().channels().get("1"));
        assertThat(channel.name()).isEqualTo("Main brand");
        assertThat(channel.accounts()).hasSize(14);
        assertThat(account(channel, "gift-certificates"))
                .isEqualTo(new Account("419100", null, Map.of("CCE1", "WEB", "CCE2", "MAIN"), null));
        assertThat(account(channel, "receivable").businessPartner()).isEqualTo("WEB01");
        assertThat(channel.costOfGoods()).isEqualTo(Channel.CostOfGoods.POST);
        assertThat(channel.costOfGoodsOnRefund()).isEqualTo(Channel.CostOfGoodsOnRefund.KEEP);
        assertThat(channel.site()).isEqualTo("FR012");
    }

    private static Account account(Channel channel, String setting) {
        return Objects.requireNonNull(channel.accounts().get(setting));
    }

    @Test
    void readsTheExampleUsersWithoutShowingTheirPasswords() {
        assertThat(SettingsFixture.example().read().users())
                .singleElement()
                .hasToString("ops (OPERATOR)")
                .extracting(User::password)
                .isEqualTo("{bcrypt}$2a$10$...");
    }

    @Test
    void needsNoMoreOfAStoreThanWhatNobodyElseKnows() {
        StoreSettings store = us(SettingsFixture.empty().yaml("""
                        ledger-bridge:
                          stores:
                            us:
                              bigcommerce: { store-hash: abc123 }
                              sage-x3:
                                url: http://x3.example.com:8124/
                                endpoint: SEED
                                auth: { type: connected-app, client-id: us, user: LEDGER }
                                templates: ./routes/sage-x3
                              journal: { entry-type: ODGEN, code: SAL, site: FR011, time-zone: UTC }
                              channels: { 1: { accounts: { receivable: 411000, revenue: "707000" } } }
                        """));

        assertThat(store.folder().api()).isEqualTo(X3Api.GRAPHQL);
        assertThat(store.folder().url()).hasToString("http://x3.example.com:8124");
        assertThat(store.rules().journal().prefix()).isEqualTo("BC");
        Channel channel = Objects.requireNonNull(store.rules().channels().get("1"));
        assertThat(channel.accounts().values()).extracting(Account::code).containsExactlyInAnyOrder("411000", "707000");
        assertThat(channel.costOfGoods()).isEqualTo(Channel.CostOfGoods.OFF);
        assertThat(channel.name()).isEqualTo("1");
    }

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource(delimiter = '|', textBlock = """
                    public-url                                   | bridge.example.com
                    drain.interval                               | 0s
                    drain.workers                                | 0
                    drain.poison-after                           | 1
                    drain.stalled-after                          | 9m
                    drain.lease                                  | soon
                    retry.multiplier                             | 0.5
                    retry.max-delay                              | 10s
                    retry.give-up-after                          | -1h
                    alerts.mail[0]                               | nobody
                    retention.deliveries                         | 47h
                    retention.events                             | 0d
                    retention.readings                           | 101y
                    retention.events                             | for ever
                    approval.replay-orders                       | -1
                    approval.replay-amount                       | -0.01
                    approval.accept-amount                       | much
                    anchors-anew                                 | j.doe
                    sweep.overlap                                | 10 minutes
                    limits.answer                                | 1KB
                    limits.answer                                | much
                    hooks.register                               | perhaps
                    front-door.bodies                            | 9
                    front-door.body-time                         | 0
                    front-door.webhooks                          | 3
                    front-door.requests                          | many
                    front-door.logins                            | 0
                    front-door.sessions                          | 0
                    users[0].name                                | o:ps
                    users[0].role                                | root
                    stores.us.bigcommerce.api-url                | ftp://example.com
                    stores.us.bigcommerce.store-hash             | a/b
                    stores.us.bigcommerce.signature-tolerance    | 0s
                    stores.us.bigcommerce.shared-header.name     | X Y
                    stores.us.bigcommerce.request-timeout        | 0
                    stores.us.sage-x3.api                        | grpahql
                    stores.us.sage-x3.endpoint                   | ..
                    stores.us.sage-x3.graphql.path               | /v1/../api
                    stores.us.sage-x3.graphql.path               | /v1/{folder}/api
                    stores.us.sage-x3.endpoint                   | SEED/1
                    stores.us.sage-x3.auth.type                  | basic
                    stores.us.sage-x3.auth.token-url             | token
                    stores.us.sage-x3.auth.token-request         | xml
                    stores.us.sage-x3.concurrency                | four
                    stores.us.sage-x3.request-timeout            | 0ms
                    stores.us.sage-x3.look-up                    | never
                    stores.us.sage-x3.ledger                     | 0
                    stores.us.sage-x3.ledger                     | 11
                    stores.us.sage-x3.rest.class                 | GACC'ENTRY
                    stores.us.sage-x3.graphql.node               | journal entry
                    stores.us.sage-x3.graphql.nodes.account      | x3Finance/account
                    stores.us.sage-x3.graphql.nodes.period       | a.b.c.d.e.f
                    stores.us.sage-x3.rest.classes.journal       | GJOURNAL.
                    stores.us.sage-x3.soap.language              | english
                    stores.us.sage-x3.templates                  | no/such/folder
                    stores.us.journal.prefix                     | B2
                    stores.us.journal.prefix                     | bc
                    stores.us.journal.start                      | 01/11/2026
                    stores.us.journal.entry-type                 | ODGENX
                    stores.us.journal.site                       | FR 01
                    stores.us.journal.time-zone                  | America/Springfield
                    stores.us.journal.recognition                | later
                    stores.us.journal.negative-amounts           | false
                    stores.us.journal.closed-period              | wait
                    stores.us.journal.closed-period-texts        | (closed
                    stores.us.journal.closed-period-texts[0]     | (closed
                    stores.us.journal.passing-refusal-texts      | (locked
                    stores.us.journal.rounding-limit             | -1
                    stores.us.journal.refunds-of-earlier-orders  | hold
                    stores.us.journal.refund-rate                | shop
                    stores.us.journal.status                     | posted
                    stores.us.sage-x3.reference-field            | REF INT
                    stores.us.sage-x3.lacks[0]                   | tax-code
                    stores.us.channels.1.accounts.shipping       | 1234567890123456
                    stores.us.channels.1.accounts.refunds-owed   | 41 98
                    stores.us.channels.1.cost-of-goods           | on
                    stores.us.channels.1.cost-of-goods-on-refund | off
                    stores.us.channels.1.business-partner        | WEB01'
                    stores.us.channels.1.site                    | FR0123
                    stores.us.channels.1.dimensions.CCE1         | a code that is long
                    stores.us.channels.1.tenders[0].account      | 41 10
                    stores.us.channels.1.tenders[0].entry        | all
                    stores.us.channels.1.tax[0].country          | France
                    stores.us.channels.1.tax[0].rate             | 120
                    stores.us.channels.1.tax[0].code             | FR 20
                    stores.us.channels.1.customers.wholesale     | B2B 01
                    """)
    void refusesAWrongSettingByItsFullName(String name, String value) {
        assertThat(SettingsFixture.example().set("ledger-bridge." + name, value).faults())
                .singleElement()
                .asString()
                .startsWith("ledger-bridge.%s: \"%s\" is not ".formatted(name, value));
    }

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource(delimiter = '|', textBlock = """
                    encryption-key                           | ''                  | is missing; it must be 32 bytes in Base64, as openssl rand -base64 32 prints them, or a Tink JSON keyset
                    encryption-key                           | ${NOT_THERE}        | "${NOT_THERE}" counts as missing; it must be 32 bytes in Base64, as openssl rand -base64 32 prints them, or a Tink JSON keyset
                    encryption-key                           | c2hvcnQ=            | this secret is not 32 bytes in Base64, as openssl rand -base64 32 prints them, or a Tink JSON keyset
                    encryption-key                           | not base64          | this secret is not 32 bytes in Base64, as openssl rand -base64 32 prints them, or a Tink JSON keyset
                    encryption-key                           | {"primaryKeyId": 1} | this secret is not 32 bytes in Base64, as openssl rand -base64 32 prints them, or a Tink JSON keyset
                    public-url                               | bridge.example.com  | "bridge.example.com" is not an http or https URL without user, query or fragment
                    drain.interval                           | 0s                  | "0s" is not a duration above zero, such as 30s, 5m or 48h
                    drain.workers                            | 0                   | "0" is not a whole number from 1 to 1000
                    drain.stalled-after                      | 9m                  | "9m" is not at least twice the lease
                    retry.multiplier                         | 0.5                 | "0.5" is not a number from 1 to 100
                    retention.deliveries                     | 47h                 | "47h" is not an age of at least 48h, as long as BigCommerce repeats a delivery, such as 30d or 10y
                    retention.events                         | 0d                  | "0d" is not an age of at least 1d, such as 400d or 10y
                    approval.replay-orders                   | -1                  | "-1" is not a whole number from 0 to 1000000
                    approval.replay-orders                   | 1000001             | "1000001" is not a whole number from 0 to 1000000
                    approval.replay-amount                   | -0.01               | "-0.01" is not an amount from 0
                    limits.answer                            | 1KB                 | "1KB" is not a size from 64KB to 64MB
                    hooks.register                           | perhaps             | "perhaps" is not true or false
                    users[0].password                        | plain               | this secret is not a password after the name of its encoder: {bcrypt}, {pbkdf2@SpringSecurity_v5_8}, {pbkdf2}, {sha256}, {noop}
                    users[0].password                        | {crypt}x            | this secret is not a password after the name of its encoder: {bcrypt}, {pbkdf2@SpringSecurity_v5_8}, {pbkdf2}, {sha256}, {noop}
                    stores.us.bigcommerce.api-url            | https://a:b@c.com   | "https://***@c.com" is not an http or https URL without user, query or fragment
                    stores.us.bigcommerce.store-hash         | ''                  | is missing; it must be BigCommerce's name of the store, the part of its API path after /stores/
                    stores.us.bigcommerce.signature          | x-bc-signature,hmac | "hmac" is not one of x-bc-signature, standard-webhooks, shared-header
                    stores.us.sage-x3.api                    | grpahql             | "grpahql" is not one of graphql, rest, soap
                    stores.us.sage-x3.url                    | ${X3_URL}           | "${X3_URL}" counts as missing; it must be an http or https URL of at most 200 characters, without user, query or fragment
                    stores.us.sage-x3.auth.type              | ''                  | is missing; it must be one of oauth2, client-credentials, connected-app, basic
                    stores.us.sage-x3.auth.client-id         | ''                  | is missing; it must be one line of at most 200 characters
                    stores.us.sage-x3.auth.user              | ''                  | is missing; it must be one line of at most 200 characters
                    stores.us.sage-x3.rest.classes.site      | 1FACILITY           | "1FACILITY" is not one to three names with dots between them, such as x3Finance.account.code or GACCOUNT.ACC
                    stores.us.sage-x3.templates              | no/such/folder      | "no/such/folder" is not a folder that is there
                    stores.us.journal.start                  | 01/11/2026          | "01/11/2026" is not a day such as 2026-11-01
                    stores.us.journal.entry-type             | ODGENX              | "ODGENX" is not a code of 1 to 5 characters
                    stores.us.journal.code                   | ''                  | is missing; it must be a code of 1 to 5 characters
                    stores.us.journal.time-zone              | America/Springfield | "America/Springfield" is not a time zone such as America/Chicago
                    stores.us.journal.closed-period-texts    | (closed             | "(closed" is not a regular expression
                    stores.us.channels.1.accounts.receivable | ''                  | is missing; it must be a code of 1 to 15 characters
                    stores.us.channels.1.accounts.revenue    | ''                  | is missing; it must be a code of 1 to 15 characters
                    """)
    void saysWhatIsWrongAndWhatIsAllowed(String name, String value, String line) {
        assertThat(SettingsFixture.example().set("ledger-bridge." + name, value).faults())
                .containsExactly("ledger-bridge." + name + ": " + line);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
                    pubic-url                              | ledger-bridge.pubic-url: is not a setting; the nearest are public-url, users, approval
                    stores.us.bigcommerce.acess-token      | ledger-bridge.stores.us.bigcommerce.acess-token: is not a setting; the nearest are access-token, api-url, signature
                    stores.us.sagex3x.url                  | ledger-bridge.stores.us.sagex3x: is not a setting; the nearest are sage-x3, channels, journal
                    stores.us.channels.1.accounts.salestax2| ledger-bridge.stores.us.channels.1.accounts.salestax2: is not a setting; the nearest are sales-tax, fees, inventory
                    stores.us.sage-x3.graphql.nodes.acount | ledger-bridge.stores.us.sage-x3.graphql.nodes.acount: is not a setting; the nearest are account, journal, period
                    stores.us.sage-x3.url.path             | ledger-bridge.stores.us.sage-x3.url.path: is not a setting
                    users[0].pasword                       | ledger-bridge.users[0].pasword: is not a setting; the nearest are password, name, role
                    """)
    void refusesANameThatNobodyAsksFor(String name, String line) {
        assertThat(SettingsFixture.example().set("ledger-bridge." + name, "x").faults())
                .containsExactly(line);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
                    stores: { US: { journal: { code: SAL } } }  | ledger-bridge.stores.US: "US" is not a store key, of 1 to 20 characters of a-z, 0-9 and -
                    stores: { us_1: { journal: { code: SAL } } }| ledger-bridge.stores.us_1: "us_1" is not a store key, of 1 to 20 characters of a-z, 0-9 and -
                    stores: { no: { journal: { code: SAL } } }  | ledger-bridge.stores.false: YAML has made the boolean false of what stands there: it must be quoted
                    stores: { us: { channels: { web: { name: x } } } } | ledger-bridge.stores.us.channels.web: "web" is not BigCommerce's number of a channel
                    stores: { us: { channels: { "1": { dimensions: { CCE-1: x } } } } } | ledger-bridge.stores.us.channels.1.dimensions.CCE-1: "CCE-1" is not the name of a field of X3's, such as CCE1
                    stores: { us: { journal: { code: NO } } }   | ledger-bridge.stores.us.journal.code: YAML has made a boolean, false, of what stands there: it must be quoted
                    stores: { us: { channels: { "1": { dimensions: { CCE1: NO } } } } } | ledger-bridge.stores.us.channels.1.dimensions.CCE1: YAML has made a boolean, false, of what stands there: it must be quoted
                    stores: { us: { channels: { "1": { accounts: { shipping: off } } } } } | ledger-bridge.stores.us.channels.1.accounts.shipping: YAML has made a boolean, false, of what stands there: it must be quoted
                    stores: { us: { channels: { "1": { accounts: { shipping: 0411000 } } } } } | ledger-bridge.stores.us.channels.1.accounts.shipping: YAML has made a number, 135680, of what stands there: it must be quoted
                    stores: { us: { bigcommerce: { store-hash: 12e3 } } } | ledger-bridge.stores.us.bigcommerce.store-hash: YAML has made a number, 12000.0, of what stands there: it must be quoted
                    stores: { us: { bigcommerce: { client-secret: 0411 } } } | ledger-bridge.stores.us.bigcommerce.client-secret: YAML has made a number of what stands there: it must be quoted
                    stores: { us: { journal: x } }              | ledger-bridge.stores.us.journal: is a group of settings, and takes no value
                    """)
    void refusesWhatYamlReadsOtherwiseThanItIsWritten(String yaml, String line) {
        assertThat(SettingsFixture.example()
                        .yaml("ledger-bridge: { " + yaml + " }")
                        .faults())
                .containsExactly(line + " (yaml, line 1)");
    }

    @Test
    void takesAnUnquotedOffForAWord() {
        SettingsFixture settings = SettingsFixture.example()
                .yaml("ledger-bridge: { stores: { us: { channels: { '1': { cost-of-goods: off } } } } }");

        assertThat(us(settings).rules().channels().get("1"))
                .extracting(Channel::costOfGoods)
                .isEqualTo(Channel.CostOfGoods.OFF);
    }

    @Test
    void takesSeveralSignaturesAsAListOrPartedByCommas() {
        assertThat(us(SettingsFixture.example().set(US + "bigcommerce.signature", "x-bc-signature, standard-webhooks"))
                        .shop()
                        .signature())
                .containsExactlyInAnyOrder(SignatureScheme.X_BC_SIGNATURE, SignatureScheme.STANDARD_WEBHOOKS);
        assertThat(us(SettingsFixture.example()
                                .yaml(
                                        "ledger-bridge: { stores: { us: { bigcommerce: { signature: [x-bc-signature, standard-webhooks] } } } }"))
                        .shop()
                        .signature())
                .containsExactlyInAnyOrder(SignatureScheme.X_BC_SIGNATURE, SignatureScheme.STANDARD_WEBHOOKS);
    }

    @Test
    void leavesTheCommasOfARegularExpressionAlone() {
        assertThat(us(SettingsFixture.example().set(US + "journal.closed-period-texts", "closed.{0,9}"))
                        .rules()
                        .journal()
                        .closedPeriodTexts())
                .extracting(Object::toString)
                .containsExactly("closed.{0,9}");
    }

    @Test
    void needsTheSharedHeadersValueWhereItIsTheSignature() {
        SettingsFixture settings = SettingsFixture.example().set(US + "bigcommerce.signature", "shared-header");

        assertThat(settings.faults())
                .singleElement()
                .asString()
                .startsWith(
                        US + "bigcommerce.shared-header.value: \"${US_HOOK_SECRET}\" counts as missing; it must be");
        assertThat(us(settings.set("US_HOOK_SECRET", "s3cret")).shop().sharedHeader())
                .isEqualTo(new ShopSettings.SharedHeader("X-Ledger-Bridge", "s3cret"));
    }

    @Test
    void saysInWhichLineOrVariableAFaultIsWritten() {
        SettingsFixture settings = SettingsFixture.empty().yaml("""
                        ledger-bridge:
                          retry:
                            multiplier: 0.5
                          dran:
                            lease: 5m
                        """).environment("LEDGERBRIDGE_DRAIN_WORKERS", "0");

        assertThat(settings.faults())
                .containsExactlyInAnyOrder(
                        "ledger-bridge.drain.workers: \"0\" is not a whole number from 1 to 1000 (LEDGERBRIDGE_DRAIN_WORKERS in the environment)",
                        "ledger-bridge.retry.multiplier: \"0.5\" is not a number from 1 to 100 (yaml, line 3)",
                        "ledger-bridge.dran: is not a setting; the nearest are drain, oidc, alerts (yaml, line 5)");
    }

    @Test
    void refusesAWrongWebhookWithoutRepeatingIt() {
        assertThat(SettingsFixture.example()
                        .set("ledger-bridge.alerts.webhook", "ftp://chat.example.com/secret")
                        .faults())
                .singleElement()
                .asString()
                .contains("ledger-bridge.alerts.webhook", "without user or fragment")
                .doesNotContain("secret/", "chat.example.com");
    }

    @Test
    void sendsNoAlertsUntilToldWhere() {
        AlertSettings alerts = SettingsFixture.empty()
                .set("ledger-bridge.encryption-key", SettingsFixture.KEY)
                .read()
                .alerts();
        assertThat(alerts.mail()).isEmpty();
        assertThat(alerts.webhook()).isNull();
    }

    @Test
    void needsAMailServerForAlertsByMail() {
        SettingsFixture settings =
                SettingsFixture.example().set("ledger-bridge.alerts.mail", "a@example.com,b@example.com");
        assertThat(settings.faults()).singleElement().asString().contains("spring.mail.host");
        assertThat(settings.set("spring.mail.host", "mail.example.com")
                        .read()
                        .alerts()
                        .mail())
                .containsExactly("a@example.com", "b@example.com");
    }

    @Test
    void namesAMissingEncryptionKeyOnce() {
        SettingsFixture settings = SettingsFixture.example().set("ledger-bridge.encryption-key", "${NOT_THERE}");

        assertThat(Stream.concat(settings.faults().stream(), settings.warnings().stream()))
                .filteredOn(line -> line.startsWith("ledger-bridge.encryption-key"))
                .hasSize(1);
    }

    /** A store or a channel would otherwise be gone without a word. */
    @ParameterizedTest
    @ValueSource(strings = {"stores.eu", "stores.us.channels.2", "users[1]"})
    void saysWhatEntryIsSetToNothing(String entry) {
        assertThat(SettingsFixture.example()
                        .yaml("ledger-bridge." + entry + ": ''")
                        .faults())
                .anySatisfy(fault -> assertThat(fault).contains("ledger-bridge." + entry, "missing"));
    }

    /** As a line whose settings were all commented out. */
    @ParameterizedTest
    @ValueSource(strings = {"drain", "stores", "stores.us.journal", "stores.us.channels.1.dimensions"})
    void takesAGroupThatIsSetToNothingForNoLine(String group) {
        SettingsFixture settings = SettingsFixture.example().yaml("ledger-bridge." + group + ": ''");

        assertThat(settings.read().drain().workers()).isEqualTo(8);
        assertThat(us(settings).rules().channels().get("1"))
                .extracting(channel -> account(channel, "revenue").dimensions())
                .isEqualTo(Map.of("CCE1", "WEB", "CCE2", "MAIN"));
    }

    @Test
    void takesAListThatIsSetToNothingForAnEmptyOne() {
        assertThat(us(SettingsFixture.example().set(US + "journal.closed-period-texts", ""))
                        .rules()
                        .journal()
                        .closedPeriodTexts())
                .isEmpty();
        assertThat(us(SettingsFixture.example().set(US + "bigcommerce.signature", ""))
                        .shop()
                        .signature())
                .containsExactly(SignatureScheme.X_BC_SIGNATURE);
    }

    @Test
    void tellsTheFirstWrongWordOfAListAndNoGapAfterIt() {
        assertThat(SettingsFixture.example()
                        .yaml(
                                "ledger-bridge: { stores: { us: { bigcommerce: { signature: [hmac, x-bc-signature, md5] } } } }")
                        .faults())
                .containsExactly(
                        US
                                + "bigcommerce.signature[0]: \"hmac\" is not one of x-bc-signature, standard-webhooks, shared-header (yaml, line 1)");
    }

    @Test
    void takesAUsersPasswordFromTheEnvironmentAlone() {
        assertThat(SettingsFixture.empty()
                        .yaml("ledger-bridge: { users: [{ name: ops, role: operator }] }")
                        .variable("LEDGERBRIDGE_USERS_0_PASSWORD", "{noop}secret")
                        .read()
                        .users())
                .containsExactly(new User("ops", "{noop}secret", UserRole.OPERATOR));
    }

    @Test
    void takesAnAudienceThatIsEmpty() {
        String setting = US + "sage-x3.auth.audience";
        assertThat(us(SettingsFixture.example().set(setting, "none"))
                        .folder()
                        .auth()
                        .audience())
                .isEmpty();
        assertThat(us(SettingsFixture.example().set(setting, ""))
                        .folder()
                        .auth()
                        .audience())
                .isNull();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "oauth2, authorize-url",
        "oauth2, token-url",
        "oauth2, client-id",
        "client-credentials, token-url",
        "client-credentials, client-id",
        "connected-app, client-id",
        "connected-app, user",
        "basic, user"
    })
    void needsWhatTheTypeOfAuthNeeds(String type, String field) {
        SettingsFixture settings =
                SettingsFixture.example().set(US + "sage-x3.api", "rest").set(US + "sage-x3.auth.type", type);
        assertThat(settings.faults()).isEmpty();

        assertThat(settings.set(US + "sage-x3.auth." + field, "").faults())
                .singleElement()
                .asString()
                .startsWith(US + "sage-x3.auth." + field + ": is missing");
    }

    @Test
    void leavesSecretsToPutCredentialsWithAWarning() {
        String missing = "is missing, and is needed unless it has been stored with PUT credentials";
        assertThat(SettingsFixture.example().warnings())
                .contains(
                        US + "bigcommerce.access-token: \"${US_BIGCOMMERCE_TOKEN}\" counts as missing",
                        US + "bigcommerce.access-token: " + missing,
                        US + "sage-x3.auth.client-secret: " + missing);
    }

    @Test
    void warnsOfWhatIsNotEncrypted() {
        assertThat(SettingsFixture.example()
                        .set(US + "sage-x3.url", "http://x3.example.com:8124")
                        .set("ledger-bridge.users[0].password", "{noop}secret")
                        .warnings())
                .contains(
                        US + "sage-x3.url: \"http://x3.example.com:8124\" is not encrypted",
                        "ledger-bridge.users[0].password: is not encoded");
    }

    @Test
    void neverPrintsASecret() {
        SettingsFixture settings = SettingsFixture.example()
                .set("ledger-bridge.encryption-key", "topsecret1")
                .set("ledger-bridge.users[0].password", "topsecret2")
                .set(US + "bigcommerce.acess-token", "topsecret3")
                .set(US + "bigcommerce.client-secret", "topsecret4${");

        assertThat(settings.faults()).hasSize(3).noneMatch(line -> line.contains("topsecret"));
    }

    @Test
    void refusesThePrefixOfAnotherStoreInTheSameFolder() {
        SettingsFixture two = SettingsFixture.example().yaml("""
                        ledger-bridge:
                          stores:
                            eu:
                              bigcommerce: { store-hash: def456 }
                              sage-x3:
                                url: https://x3.example.com:8124/
                                endpoint: SEED
                                auth: { type: connected-app, client-id: eu, user: LEDGER }
                                templates: ./routes/sage-x3
                              journal: { prefix: BC, entry-type: ODGEN, code: SAL, site: FR011, time-zone: UTC }
                        """);

        assertThat(two.faults())
                .singleElement()
                .asString()
                .startsWith(US + "journal.prefix: \"BC\" is not different from that of store eu");
        assertThat(two.set(US + "sage-x3.endpoint", "OTHER").faults()).isEmpty();
    }

    @Test
    void refusesALeaseShorterThanACallOnASharedDatabase() {
        SettingsFixture settings = SettingsFixture.example().set("ledger-bridge.drain.lease", "150s");

        assertThat(settings.faults()).isEmpty();
        assertThat(settings.warnings())
                .anyMatch(line ->
                        line.startsWith("ledger-bridge.drain.lease: is not longer than the longest request-timeout"));
        assertThat(settings.set("spring.datasource.url", "jdbc:postgresql://db/ledger_bridge")
                        .faults())
                .containsExactly(
                        "ledger-bridge.drain.lease: \"150s\" is not longer than the longest request-timeout, 120 s, and 30 s");
        assertThat(settings.set("ledger-bridge.drain.lease", "151s").faults()).isEmpty();
    }

    @Test
    void tellsAllFaultsAtOnce() {
        SettingsFixture settings = SettingsFixture.empty()
                .set("ledger-bridge.drain.workers", "0")
                .yaml(
                        "ledger-bridge: { drian: { lease: 5m }, stores: { us: { sage-x3: { templates: ./routes/sage-x3 } } } }");

        assertThat(settings.faults())
                .extracting(line -> line.substring(0, line.indexOf(':')))
                .containsExactlyInAnyOrder(
                        "ledger-bridge.drain.workers",
                        "ledger-bridge.drian",
                        US + "bigcommerce.store-hash",
                        US + "sage-x3.url",
                        US + "sage-x3.endpoint",
                        US + "sage-x3.auth.type",
                        US + "journal.entry-type",
                        US + "journal.code",
                        US + "journal.site",
                        US + "journal.time-zone");
    }

    @Test
    void takesEnvironmentVariables() {
        LedgerBridgeSettings settings = SettingsFixture.example()
                .variable("LEDGERBRIDGE_DRAIN_WORKERS", "3")
                .variable("LEDGERBRIDGE_RETRY_GIVEUPAFTER", "2h")
                .variable("LEDGERBRIDGE_STORES_US_SAGEX3_AUTH_CLIENTSECRET", "s3cret")
                .variable("LEDGERBRIDGE_STORES_US_CHANNELS_1_ACCOUNTS_SALESTAX", "445711")
                .variable("LEDGERBRIDGE_STORES_US_CHANNELS_1_DIMENSIONS_CCE1", "SHOP")
                .variable("LEDGERBRIDGE_STORES_US_CHANNELS_2_ACCOUNTS_RECEIVABLE", "411002")
                .variable("LEDGERBRIDGE_STORES_US_CHANNELS_2_ACCOUNTS_REVENUE", "707002")
                .variable("LEDGERBRIDGE_USERS_1_NAME", "boss")
                .variable("LEDGERBRIDGE_USERS_1_PASSWORD", "{noop}x")
                .variable("LEDGERBRIDGE_USERS_1_ROLE", "admin")
                .read();

        assertThat(settings.drain().workers()).isEqualTo(3);
        assertThat(settings.retry().giveUpAfter()).hasHours(2);
        assertThat(settings.users()).extracting(User::name).containsExactlyInAnyOrder("ops", "boss");
        StoreSettings us = Objects.requireNonNull(settings.stores().get("us"));
        assertThat(us.folder().auth().clientSecret()).isEqualTo("s3cret");
        assertThat(us.rules().channels()).containsOnlyKeys("1", "2");
        Channel channel = Objects.requireNonNull(us.rules().channels().get("1"));
        assertThat(account(channel, "sales-tax").code()).isEqualTo("445711");
        assertThat(account(channel, "sales-tax").dimensions()).isEqualTo(Map.of("CCE1", "SHOP", "CCE2", "MAIN"));
    }

    @Test
    void spellsAKeyAsTheFileDoesWhereAVariableCannot() {
        SettingsFixture settings = SettingsFixture.example()
                .yaml("ledger-bridge: { stores: { us-east: { bigcommerce: { store-hash: def456 } } } }")
                .variable("LEDGERBRIDGE_STORES_USEAST_BIGCOMMERCE_APIURL", "nowhere");

        assertThat(settings.faults())
                .contains(
                        "ledger-bridge.stores.us-east.bigcommerce.api-url: \"nowhere\" is not an http or https URL without user, query or fragment")
                .noneMatch(line -> line.contains("useast"));
    }

    private static StoreSettings us(SettingsFixture settings) {
        return Objects.requireNonNull(settings.read().stores().get("us"));
    }
}
