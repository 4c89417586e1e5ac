package io.ledgerbridge.settings;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ledgerbridge.ledger.Role;
import io.ledgerbridge.posting.rules.Account;
import io.ledgerbridge.posting.rules.Channel;
import io.ledgerbridge.posting.rules.SampleJournals;
import io.ledgerbridge.sagex3.X3Json;
import io.ledgerbridge.sagex3.soap.SoapObject;
import io.ledgerbridge.sagex3.templates.JournalInput;
import io.ledgerbridge.sagex3.templates.StoreTemplates;
import io.ledgerbridge.sagex3.templates.TemplateFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The worked folder of docs/sage-x3.md: its settings are good, and its bodies are what the shipped templates make of them. */
class DocumentedFolderTest {

    private static final Pattern BLOCK = Pattern.compile("```(yaml|json|xml)\n(.*?)```", Pattern.DOTALL);
    private static final Comparator<JsonNode> VALUES = (one, other) -> one.isNumber() && other.isNumber()
            ? one.decimalValue().compareTo(other.decimalValue())
            : one.equals(other) ? 0 : 1;

    private final List<String> blocks = blocks();
    private final StoreSettings store = Objects.requireNonNull(SettingsFixture.empty()
            .yaml(blocks.get(0))
            .set("FR_BIGCOMMERCE_TOKEN", "token")
            .set("FR_BIGCOMMERCE_SECRET", "secret")
            .set("FR_X3_SECRET", "a-secret-of-at-least-32-characters")
            .set("ledger-bridge.stores.fr.sage-x3.templates", "./routes/sage-x3")
            .read()
            .stores()
            .get("fr"));
    private final String journal = journal();

    @Test
    void isPostedByGraphQl() {
        assertSame(made("graphql-create"), json(blocks.get(1)));
    }

    @Test
    void isPostedByRest() {
        assertSame(made("rest-create"), json(blocks.get(2)));
    }

    @Test
    void isPostedBySoap() {
        assertThat(SoapObject.xml(made("soap-create")).replaceAll("<FLD NAME=\"(\\w+)\"/>", "<FLD NAME=\"$1\"></FLD>"))
                .isEqualTo(blocks.get(3).replaceAll(">\\s+<", "><").trim());
    }

    /** No more and no less, in any order of the fields. */
    private static void assertSame(JsonNode made, JsonNode documented) {
        assertThat(made.equals(VALUES, documented)).as("made: %s", made).isTrue();
    }

    private JsonNode made(String template) {
        return new StoreTemplates(Map.of("fr", TemplateFolder.in("routes/sage-x3")))
                .of("fr")
                .template(template)
                .object(journal);
    }

    /** The example's order: of the store's own header, with the lines that its accounts make. */
    private String journal() {
        ObjectNode input =
                (ObjectNode) json(JournalInput.of(store.folder(), SampleJournals.unknownToX3(store.rules())));
        input.put("reference", "AN4711")
                .put("description", "BigCommerce order 4711")
                .put("secondReference", "AN4711")
                .put("accountingDate", "2026-11-02")
                .put("documentDate", "2026-11-02")
                .put("rateDate", "2026-11-02")
                .put("currency", "EUR");
        Channel channel = Objects.requireNonNull(store.rules().channels().get("1"));
        input.putArray("lines")
                .add(line(Objects.requireNonNull(channel.tenders().get(0).account()), "147.10", null))
                .add(line(channel.account(Role.REVENUE).orElseThrow(), "-20.00", "FR055"))
                .add(line(channel.account(Role.REVENUE).orElseThrow(), "-100.00", "FR20"))
                .add(line(channel.account(Role.SHIPPING).orElseThrow(), "-5.00", "FR20"))
                .add(line(Objects.requireNonNull(channel.taxes().get(1).account()), "-1.10", "FR055"))
                .add(line(Objects.requireNonNull(channel.taxes().get(0).account()), "-21.00", "FR20"));
        return input.toString();
    }

    private static ObjectNode line(Account account, String signed, @Nullable String taxCode) {
        BigDecimal amount = new BigDecimal(signed);
        ObjectNode line = X3Json.MAPPER.createObjectNode();
        line.put("account", account.code())
                .put("sign", amount.signum())
                .put("amount", amount.abs().toPlainString())
                .put("number", amount.abs())
                .put("description", "BigCommerce order 4711");
        line.set("dimensions", X3Json.MAPPER.valueToTree(account.dimensions()));
        if (account.businessPartner() != null) {
            line.put("businessPartner", account.businessPartner());
        }
        if (taxCode != null) {
            line.put("taxCode", taxCode);
        }
        return line;
    }

    private static JsonNode json(String text) {
        return X3Json.object(text).orElseThrow();
    }

    private static List<String> blocks() {
        try {
            String page = Files.readString(Path.of("docs/sage-x3.md"));
            return BLOCK.matcher(page.substring(page.indexOf("## A worked folder")))
                    .results()
                    .map(block -> block.group(2))
                    .toList();
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
