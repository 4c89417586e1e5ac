package io.ledgerbridge.bigcommerce;

import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Processor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Lets a delivery pass whose signature covers its raw bytes, as the variable {@code delivery}.
 *
 * <p>Of a forged one remain a count and a line in the log, without its body.
 */
@Component
public class SignatureCheck implements Processor {

    private static final Logger LOG = LoggerFactory.getLogger(SignatureCheck.class);
    private static final String[] KEPT_HEADERS = {"webhook-id", "webhook-timestamp", "content-type", "user-agent"};

    private final Shops shops;
    private final Signatures signatures;
    private final WebhookEvents events;
    private final MeterRegistry meters;

    SignatureCheck(Shops shops, Signatures signatures, WebhookEvents events, MeterRegistry meters) {
        this.shops = shops;
        this.signatures = signatures;
        this.events = events;
        this.meters = meters;
    }

    /**
     * @throws DeliveryRefused.UnknownStore where the URL names no store
     * @throws DeliveryRefused.Forged where the signature is missing or wrong
     */
    @Override
    public void process(Exchange exchange) {
        Message message = exchange.getMessage();
        String store = message.getHeader("store", "", String.class);
        ShopSettings shop = shops.find(store).orElseThrow(DeliveryRefused.UnknownStore::new);
        byte[] body = message.getBody(byte[].class);
        byte[] bytes = body == null ? new byte[0] : body;
        if (!signatures.prove(
                shop, () -> shops.clientSecret(store), name -> message.getHeader(name, String.class), bytes)) {
            meters.counter("ledger.bridge.webhooks.forged", "store", store).increment();
            LOG.warn("A delivery to store {} had no good signature; {} bytes were dropped", store, bytes.length);
            throw new DeliveryRefused.Forged("no good signature for store " + store);
        }
        WebhookEvent event = events.read(bytes, shop.storeHash());
        exchange.setVariable("delivery", new Delivery(store, bytes, sha256(bytes), event, kept(message)));
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

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
