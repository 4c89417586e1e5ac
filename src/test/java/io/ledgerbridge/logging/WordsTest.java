package io.ledgerbridge.logging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.ledgerbridge.CpuTime;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordsTest {

    private static final String SECRET = "p4ss/wörd & \"more\" of-it";

    private final KnownSecrets secrets = new KnownSecrets();
    private final Words words = new Words(secrets);

    static List<String> formsOfTheSecret() {
        byte[] bytes = SECRET.getBytes(StandardCharsets.UTF_8);
        return List.of(
                SECRET,
                URLEncoder.encode(SECRET, StandardCharsets.UTF_8),
                SECRET.replace("\"", "\\\""),
                SECRET.replace("&", "&amp;"),
                Base64.getEncoder().encodeToString(bytes),
                Base64.getUrlEncoder().encodeToString(bytes));
    }

    @ParameterizedTest
    @MethodSource("formsOfTheSecret")
    void hideAKnownSecretInEachForm(String form) {
        secrets.remember("us/password", SECRET);

        assertThat(words.kept("You sent <" + form + "> as BC250"))
                .contains("***", "BC250")
                .doesNotContain(form);
        assertThat(words.kept(form + form)).doesNotContain(form);
    }

    @Test
    void hideTheBeginningOfASecretWhereTheTextWasCut() {
        secrets.remember("us/token", "abcdefghijklmnopqrstuvwxyz");

        assertThat(words.kept("You sent abcdefghijklm")).isEqualTo("You sent ***");
        assertThat(words.kept("x".repeat(19_990) + "abcdefghijklmnop")).doesNotContain("abcdefg");
    }

    @Test
    void hideAShortSecretWhereItStandsAlone() {
        secrets.remember("us/password", "1234");

        assertThat(words.kept("Password of LEDGER is 1234, amount 12345.00, entry SAL12340"))
                .isEqualTo("Password of LEDGER is ***, amount 12345.00, entry SAL12340");
    }

    @Test
    void rememberTheLastThreeOfEachOwner() {
        for (int number = 1; number <= 50; number++) {
            secrets.remember("us/token", "token-number-" + number + "-end");
        }

        assertThat(words.kept("token-number-50-end and token-number-48-end")).isEqualTo("*** and ***");
        assertThat(words.kept("see number-1-end, token-number-1-end")).contains("token-number-1-end");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Authorization: Bearer abc.def-123456 BC250     | abc.def",
                "header authorization=[Basic TEVER0VSOnNlY3JldA==] | TEVER0VS",
                "{\"authorization\":\"Bearer abcdefghijk\"}     | abcdefghijk",
                "You sent eyJhbGciOiJIUzI1NiJ9.eyJpc3MiOiJ4In0.c2ln | eyJ",
                "X-Auth-Token: abc123                           | abc123",
                "{\"access_token\":\"abc123\"}                  | abc123",
                "{\\\"client_secret\\\":\\\"abc123\\\"}         | abc123",
                "grant_type=refresh_token&refresh_token=abc123&x=1 | =abc123",
                "refreshToken: 'abc123'                         | abc123",
                "<password>abc123</password>                    | abc123",
                "<wss:Password Type=\"x\">abc123</wss:Password> | abc123",
                "the token d41d8cd98f00b204e9800998ecf8427e has ended | d41d8cd9",
                "invalid secret 'Zm9vYmFyYmF6MTIzNDU2Nzg='      | Zm9vYmFy",
                "Set-Cookie: JSESSIONID=ABCDEF                  | ABCDEF",
                "api_key=abc123                                 | abc123"
            })
    void hideWhatLooksLikeASecret(String said, String hidden) {
        assertThat(words.kept(said)).contains("***").doesNotContain(hidden);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Account 411000 doesn't exist on site FR011 at 2026-10-31",
                "BC1234567890-R123456 is entry SAL2611-0000000042 for 123456.78 USD",
                "HTTP 404: {\"$diagnoses\":[{\"$severity\":\"error\",\"$message\":\"Journal closed\"}]}",
                "Unrecognized token 'html': was expecting JSON",
                "the token has ended; the password was changed on 2026-10-31",
                "SHA-256 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
                "needs-pairing: an admin has to open /oauth2/sage-x3/us/authorize",
                "store us has no sage-x3.client-secret",
                "Größe “L” – ディスカウント \ud83d\ude00"
            })
    void leaveAlone(String said) {
        assertThat(words.kept(said)).isEqualTo(said);
    }

    @Test
    void areOneLineWithoutAnythingUnseen() {
        String forged = "no\r\n2026-11-29T00:00:00Z  INFO all is well\u2028and\u0085more\u000b\t end";
        String terminal = "\u001b[31mred\u001b[0m \u001b]0;title\u0007 \u009b2J bell\u0007 back\b";
        String unseen = "a\u202ecod.exe \u2066b\u2069 \u200bc\ufeff \u061cd \0e \ud800f";

        assertThat(words.kept(forged)).isEqualTo("no 2026-11-29T00:00:00Z INFO all is well and more end");
        assertThat(words.kept(terminal)).doesNotContain("\u001b", "\u009b", "\u0007", "\b", "[31m");
        assertThat(words.kept(unseen)).isEqualTo("acod.exe b c d \ufffde \ufffdf");
        assertThat(words.kept("\u001b[3\u001b[1m1mx")).doesNotContain("\u001b");
    }

    @Test
    void areCutBetweenCharacters() {
        assertThat(words.kept("x".repeat(5000))).hasSize(4001).endsWith("…");
        assertThat(words.kept("x".repeat(3999) + "\ud83d\ude00".repeat(9))).doesNotContain("\ud83d", "\ufffd");
    }

    /** Expressions that a text made for it could keep busy for hours. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "_",
                "-",
                " ",
                "token",
                "secret:",
                "eyJaaaaaa.",
                "<password ",
                "\u001b[",
                "bearer ",
                "\\\"",
                "token a1"
            })
    void areReadInTimeWhateverTheyRepeat(String part) {
        assertThatCode(() ->
                        CpuTime.within(Duration.ofSeconds(5), () -> words.kept(part.repeat(3_000_000 / part.length()))))
                .doesNotThrowAnyException();
    }
}
