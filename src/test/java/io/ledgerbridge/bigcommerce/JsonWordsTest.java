package io.ledgerbridge.bigcommerce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.ledgerbridge.PlainWords;
import io.ledgerbridge.faults.Fault;
import io.ledgerbridge.faults.NeedsPersonFault;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an order's answer says where BigCommerce's can't be read: the field, and what it should be. */
class JsonWordsTest {

    private final ShopJson json = new ShopJson();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[]                                     | it is not an object",
                "7                                      | it is not an object",
                "<html>Back soon</html>                 | it is a page, and no JSON",
                "{\"id\": 1                             | it ends too early",
                "{\"id\" 1}                             | it is no JSON",
                "{\"id\": NaN}                          | it is no JSON",
                "{\"id\": 1, \"id\": 2}                 | 'id' is there twice",
                "{\"id\": 1} {}                         | there is more behind its end",
                "{\"id\": \"many\"}                     | id is 'many', which is not a whole number",
                "{\"id\": {}}                           | id is not a whole number",
                "{\"date_created\": \"soon\"}           | date_created is 'soon', which is not a date",
                "{\"total_tax\": \"much\"}              | total_tax is not a number",
                "{\"total_tax\": []}                    | total_tax is not a number",
                "{\"is_deleted\": \"perhaps\"}          | is_deleted is 'perhaps', which is not true or false",
                "{\"fees\": {}}                         | fees is not a list",
                "{\"fees\": [{}, 7]}                    | fees[2] is not an object",
                "{\"payment_status\": {}}               | payment_status is not a text",
                "``                                     | it is empty",
            })
    void namesTheFieldAndWhatItShouldBe(String text, String words) {
        assertThat(fault(text)).isEqualTo("BigCommerce: order 250 can't be read: " + words);
        PlainWords.arePlain(fault(text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "null                                   | order 250: the answer is empty",
                "{\"total_tax\": \"1E99\"}              | order 250: total_tax has more than 15 digits before the point",
                "{\"total_tax\": 0.123456789012}        | order 250: total_tax has more than 15 digits",
            })
    void saysLikewiseOfWhatIsNoOrder(String text, String words) {
        assertThat(fault(text)).contains(words);
        PlainWords.arePlain(fault(text));
    }

    private String fault(String text) {
        Fault fault = Objects.requireNonNull(
                catchThrowableOfType(Fault.class, () -> json.read(text, Order.class, "order 250")), text);
        return fault instanceof NeedsPersonFault needed ? needed.reason().detail() : fault.words();
    }
}
