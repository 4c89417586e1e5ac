package io.ledgerbridge.intake;

import io.ledgerbridge.bigcommerce.ShopSettings;
import io.ledgerbridge.bigcommerce.ShopSettings.SharedHeader;
import io.ledgerbridge.bigcommerce.Shops;
import io.ledgerbridge.bigcommerce.SignatureScheme;
import io.ledgerbridge.bigcommerce.reading.MoreParts;
import io.ledgerbridge.books.audit.ChainKeys;
import io.ledgerbridge.credentials.EncryptionKey;
import io.ledgerbridge.database.DatabaseClock;
import io.ledgerbridge.hooks.HookSettings;
import io.ledgerbridge.queue.DrainSettings;
import io.ledgerbridge.settings.SettingsFixture;
import io.ledgerbridge.work.OrderScheduler;
import io.ledgerbridge.work.RetrySettings;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.mockito.Mockito;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.SecurityFilterChain;

/**
 * The part of the program that receives webhooks, with the routes as they are shipped and four stores. It is no
 * configuration by annotation, so that a scan of the whole program passes it by.
 */
@EnableAutoConfiguration
@ComponentScan({"io.ledgerbridge.bigcommerce", "io.ledgerbridge.hooks"})
@ComponentScan(
        basePackages = "io.ledgerbridge",
        useDefaultFilters = false,
        includeFilters =
                @Filter(
                        type = FilterType.REGEX,
                        pattern = {
                            "io.ledgerbridge.books.AuditTrail",
                            "io.ledgerbridge.database.TimedLocks",
                            "io.ledgerbridge.logging.(Words|KnownSecrets)",
                            "io.ledgerbridge.intake.(DeliveryKeys|Inbox|WebhookGate)",
                            "io.ledgerbridge.queue.(ClaimLocks|Claims|DueOrders|DueOrderRows|EventRows|Leases|OrderWork|RefundRecords|SetAsides)",
                            "io.ledgerbridge.work.(StoreBackOff|Faults|Workers)"
                        }))
class ReceivingProgram {

    static final String SECRET = "secret-of-us ✓";
    static final String EXAMPLE_SECRET = "bc_client_secret_EXAMPLE_0123456789abcdef";
    static final String SHARED_VALUE = "a-long-shared-value";

    static ConfigurableApplicationContext start(DataSource database, Clock clock, int port) {
        return new SpringApplicationBuilder(ReceivingProgram.class)
                .initializers(context -> {
                    GenericApplicationContext beans = (GenericApplicationContext) context;
                    beans.registerBean(DataSource.class, () -> database);
                    beans.registerBean(Clock.class, () -> clock);
                    beans.registerBean(
                            "orderScheduler", OrderScheduler.class, () -> Mockito.mock(OrderScheduler.class));
                    beans.registerBean(ChainKeys.class, () -> new ChainKeys(new EncryptionKey(SettingsFixture.KEY)));
                    beans.registerBean("databaseClock", DatabaseClock.class, () -> clock::instant);
                })
                .run(
                        "--spring.config.name=receiving",
                        "--spring.flyway.enabled=false",
                        "--spring.main.banner-mode=off",
                        "--server.port=" + port,
                        "--camel.main.routes-include-pattern=file:routes/receive-webhook.camel.yaml,"
                                + "file:routes/on-failure.camel.yaml");
    }

    @Bean
    Shops shops() {
        return new Shops(Map.of(
                "us", shop(SignatureScheme.X_BC_SIGNATURE, SECRET),
                "std", shop(SignatureScheme.STANDARD_WEBHOOKS, EXAMPLE_SECRET),
                "shared", shop(SignatureScheme.SHARED_HEADER, ""),
                "any", shop(EnumSet.allOf(SignatureScheme.class), SECRET)));
    }

    @Bean
    MoreParts moreParts() {
        return (store, channel) -> Set.of();
    }

    @Bean
    HookSettings hookSettings() {
        return new HookSettings(false, Duration.ofMinutes(15), null);
    }

    @Bean
    DrainSettings drainSettings() {
        return new DrainSettings(Duration.ofMillis(200), 8, Duration.ofMinutes(5));
    }

    @Bean
    RetrySettings retrySettings() {
        return new RetrySettings(Duration.ofSeconds(30), 2, Duration.ofHours(1), Duration.ofDays(2));
    }

    @Bean
    SecurityFilterChain open(HttpSecurity http) throws Exception {
        return http.csrf(AbstractHttpConfigurer::disable)
                .authorizeHttpRequests(all -> all.anyRequest().permitAll())
                .build();
    }

    private static ShopSettings shop(SignatureScheme scheme, String secret) {
        return shop(Set.of(scheme), secret);
    }

    private static ShopSettings shop(Set<SignatureScheme> schemes, String secret) {
        return new ShopSettings(
                URI.create("http://localhost:1"),
                "abc123",
                "token",
                secret,
                schemes,
                Duration.ofHours(50),
                new SharedHeader("X-Ledger-Bridge", SHARED_VALUE),
                Duration.ofSeconds(30));
    }
}
