package io.ledgerbridge.sagex3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ledgerbridge.sagex3.templates.StoreTemplates;
import io.ledgerbridge.sagex3.templates.TemplateFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The keys by which api1 reads the entries that a look-up lists. */
class RestKeysTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"N1, ODGEN%7EN1", "25/0001, ODGEN%7E25%2F0001", "N 1, ODGEN%7EN%201", "N+1, ODGEN%7EN%2B1"})
    void areTheEntryTypeAndTheNumber(String number, String key) throws Exception {
        assertThat(keys("", number)).containsExactly(key);
    }

    @Test
    void areWhatTheTemplateSaysWhereAClassHasAnother() throws Exception {
        assertThat(keys("\"key\": .FCY + \"~\" + .NUM,", "25/0001")).containsExactly("FR011%7E25%2F0001");
    }

    @Test
    void standInAUrlWithTheirQuotesDoubled() throws Exception {
        assertThat(keys("", "O'1")).containsExactly("ODGEN%7EO%27%271");
    }

    @Test
    void areNoTextThatCantBeSeen() {
        assertThatThrownBy(() -> keys("\"key\": \"A\\u0007\",", "N1")).hasMessageContaining("an entry's key reads");
    }

    private List<String> keys(String field, String number) throws Exception {
        String shipped = Files.readString(Path.of("routes/sage-x3/rest-answer.jslt"));
        Files.writeString(
                folder.resolve("rest-answer.jslt"), shipped.replace("\"number\": .NUM,", "\"number\": .NUM," + field));
        StoreTemplates templates = new StoreTemplates(Map.of("us", TemplateFolder.in(folder.toString())));
        String list = "{\"$resources\":[{\"NUM\":\"%s\",\"FCY\":\"FR011\",\"BPRVCR\":\"BC250\"}]}".formatted(number);
        return new RestReplies(templates)
                .keys(X3RequestsTest.folder(X3Api.REST), X3RequestsTest.journal("USD", "10.00"), 200, list);
    }
}
