package io.ledgerbridge.hooks;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbridge.bigcommerce.Hook;
import java.net.URI;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which webhooks are ours to mend, and which are not. */
class HookPlanTest {

    private static final String SCOPE = "store/order/created";
    private static final String OURS = "https://bridge.example.com/webhooks/bigcommerce/us";
    private static final Map<String, String> SECRET = Map.of("X-Ledger-Bridge", "secret");

    private final HookPlan plan = new HookPlan(
            HookDestination.of(URI.create("https://bridge.example.com"), "us", Set.of("us", "eu")), SECRET);

    @Test
    void registersAScopeThatNoWebhookHas() {
        HookChange change = change(hook("store/order/updated", OURS, true, SECRET));

        assertThat(change.method()).isEqualTo("POST");
        assertThat(change.body()).contains("\"scope\":\"" + SCOPE, OURS, "\"is_active\":true", "secret");
        assertThat(change.toString()).doesNotContain("secret");
    }

    @ParameterizedTest
    @ValueSource(strings = {OURS, "https://Bridge.Example.com:443/webhooks/bigcommerce/us"})
    void leavesAWebhookAsItIsThatIsWell(String destination) {
        assertThat(plan.change(SCOPE, List.of(hook(SCOPE, destination, true, SECRET))))
                .isEmpty();
    }

    @Test
    void switchesAWebhookOnThatIsOff() {
        HookChange change = change(hook(SCOPE, OURS, false, SECRET));

        assertThat(change.method()).isEqualTo("PUT");
        assertThat(change.resource()).isEqualTo("v3/hooks/7");
        assertThat(change.body()).contains("\"is_active\":true");
    }

    @Test
    void sendsTheSharedHeaderAnewWhenItHasChanged() {
        assertThat(change(hook(SCOPE, OURS, true, Map.of("X-Ledger-Bridge", "old")))
                        .method())
                .isEqualTo("PUT");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/webhooks/bigcommerce/us/", "/webhooks/bigcommerce/former-key"})
    void redirectsAWebhookThatComesToUsWhereNobodyTakesIt(String path) {
        HookChange change = change(hook(SCOPE, "https://bridge.example.com" + path, true, SECRET));

        assertThat(change.method()).isEqualTo("PUT");
        assertThat(change.body()).contains("\"" + OURS + "\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://bridge.example.com/webhooks/bigcommerce/eu",
                "https://staging.example.com/webhooks/bigcommerce/us",
                "https://bridge.example.com/other/us",
                "https://bridge.example.com.evil.example/webhooks/bigcommerce/us",
                "no address"
            })
    void leavesAnothersWebhookAloneAndRegistersItsOwn(String destination) {
        assertThat(change(hook(SCOPE, destination, false, Map.of())).method()).isEqualTo("POST");
    }

    @Test
    void registersNoEleventhWebhookForAScope() {
        List<Hook> ten = Collections.nCopies(10, hook(SCOPE, "https://elsewhere.example.com/in", true, Map.of()));

        assertThat(plan.change(SCOPE, ten)).isEmpty();
        assertThat(plan.isFull(SCOPE, ten)).isTrue();
    }

    private HookChange change(Hook hook) {
        return plan.change(SCOPE, List.of(hook)).orElseThrow();
    }

    private static Hook hook(String scope, String destination, boolean active, Map<String, String> headers) {
        return new Hook(7, scope, destination, active, headers);
    }
}
