package io.ledgerbridge.bigcommerce.signatures;

import io.ledgerbridge.bigcommerce.Delivery;
import io.ledgerbridge.bigcommerce.DeliveryRefused;
import io.ledgerbridge.bigcommerce.ShopSettings;
import io.ledgerbridge.bigcommerce.Shops;
import io.ledgerbridge.bigcommerce.WebhookEvent;
import io.ledgerbridge.bigcommerce.WebhookEvents;
import io.ledgerbridge.database.Sha256;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Processor;
import org.springframework.stereotype.Component;

/**
 * Lets a delivery pass whose signature covers its raw bytes, as the variable {@code delivery}.
 *
 * <p>Of a forged one remains a count.
 */
@Component
public class SignatureCheck implements Processor {

    private static final String[] KEPT_HEADERS = {"webhook-id", "webhook-timestamp", "content-type", "user-agent"};

    private final Shops shops;
    private final Signatures signatures;
    private final WebhookEvents events;
    private final SigningSecrets secrets;
    private final RefusedDeliveryCounts refused;

    SignatureCheck(
            Shops shops,
            Signatures signatures,
            WebhookEvents events,
            SigningSecrets secrets,
            RefusedDeliveryCounts refused) {
        this.shops = shops;
        this.signatures = signatures;
        this.events = events;
        this.secrets = secrets;
        this.refused = refused;
    }

    /**
     * @throws DeliveryRefused.UnknownStore where the URL names no store
     * @throws DeliveryRefused.Forged where the signature is missing or wrong
     */
    @Override
    public void process(Exchange exchange) {
        Message message = exchange.getMessage();
        String store = message.getHeader("store", "", String.class);
        ShopSettings shop = shops.find(store).orElseThrow(this::unknownStore);
        byte[] body = message.getBody(byte[].class);
        byte[] bytes = body == null ? new byte[0] : body;
        Signatures.Headers headers = name -> message.getHeader(name, String.class);
        if (!secrets.prove(store, secret -> signatures.prove(shop, secret, headers, bytes))) {
            refused.forged(store, Signatures.isAny(shop, headers));
            throw new DeliveryRefused.Forged("no good signature for store " + store);
        }
        WebhookEvent event = events.read(bytes, shop.storeHash());
        exchange.setVariable("delivery", new Delivery(store, bytes, Sha256.of(bytes), event, kept(message)));
    }

    private DeliveryRefused.UnknownStore unknownStore() {
        refused.toUnknownStore();
        return new DeliveryRefused.UnknownStore();
    }

    private static Map<String, String> kept(Message message) {
        Map<String, String> kept = new LinkedHashMap<>();
        for (String name : KEPT_HEADERS) {
            String value = message.getHeader(name, String.class);
            if (value != null) {
                kept.put(name, value);
            }
        }
        return kept;
    }
}
