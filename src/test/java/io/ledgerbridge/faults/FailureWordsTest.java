package io.ledgerbridge.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.schibsted.spt.data.jslt.JsltException;
import io.ledgerbridge.PlainWords;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateExpiredException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import org.apache.hc.client5.http.ClientProtocolException;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.apache.hc.core5.http.ProtocolException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.transaction.CannotCreateTransactionException;

class FailureWordsTest {

    private static final String AWAY = "the database is away";

    static Stream<Arguments> foreseen() {
        return Stream.of(
                Arguments.of(new ConnectException(), "the connection was refused"),
                Arguments.of(
                        new IllegalStateException(new JsltException("Can't add null and 1")),
                        "One of the store's templates failed: Can't add nothing and 1"),
                Arguments.of(
                        new UnknownHostException("x3.invalid: Name or service not known"),
                        "no host is known by the name x3.invalid"),
                Arguments.of(new UnknownHostException(), "the host's name is not known"),
                Arguments.of(new SocketTimeoutException("Read timed out"), "no answer came in time"),
                Arguments.of(new SocketException("Connection reset"), "the connection was cut"),
                Arguments.of(
                        new NoHttpResponseException("localhost:8082 failed to respond"),
                        "the connection was closed before an answer came"),
                Arguments.of(new ConnectionClosedException("Premature end"), "the answer ended too early"),
                Arguments.of(new EOFException(), "the answer ended too early"),
                Arguments.of(
                        new ClientProtocolException(new ProtocolException("Invalid header")), "the answer is no HTTP"),
                Arguments.of(new HttpException("null"), "the answer is no HTTP"),
                Arguments.of(
                        tls(new CertPathBuilderException("PKIX path building failed")),
                        "the certificate is of nobody who is trusted here"),
                Arguments.of(tls(new CertificateExpiredException("NotAfter")), "the certificate has expired"),
                Arguments.of(new SSLHandshakeException("null"), "no encrypted connection could be agreed on"),
                Arguments.of(new IOException((String) null), "the connection failed"),
                Arguments.of(new IOException("java.net.Foo@1a2b3c4d"), "the connection failed"),
                Arguments.of(new UncheckedIOException(new SocketException("x")), "the connection was cut"),
                Arguments.of(
                        new IllegalStateException(Fault.passing("BigCommerce answered with HTTP 500", null)),
                        "BigCommerce answered with HTTP 500"),
                Arguments.of(new CannotCreateTransactionException("Could not open JPA EntityManager"), AWAY),
                Arguments.of(new DataAccessResourceFailureException("away", new SQLException("x")), AWAY),
                Arguments.of(new SQLTransientConnectionException("HikariPool-1 - not available"), AWAY),
                Arguments.of(new SQLException("closed", "08006", new SocketException("reset")), AWAY));
    }

    private static SSLHandshakeException tls(Exception cause) {
        SSLHandshakeException failed = new SSLHandshakeException("(certificate_unknown) " + cause);
        failed.initCause(new SecurityException(cause));
        return failed;
    }

    @ParameterizedTest
    @MethodSource("foreseen")
    void saysWhatHappenedAndNoClass(Throwable failure, String words) {
        assertThat(FailureWords.of(failure)).isEqualTo(words);
        assertThat(FailureWords.isDefect(failure)).isFalse();
        PlainWords.arePlain(FailureWords.of(failure));
    }

    static Stream<Throwable> defects() {
        return Stream.of(
                new NullPointerException("Cannot invoke \"io.ledgerbridge.Order.id()\" because \"<local1>\" is null"),
                new NullPointerException(),
                new ClassCastException("class java.lang.String cannot be cast to class java.lang.Long"),
                new IllegalArgumentException("No enum constant io.ledgerbridge.faults.Side.OTHER"),
                new IllegalStateException(new UnsupportedOperationException("Optional[1]")),
                new DuplicateKeyException(
                        "PreparedStatementCallback; SQL [INSERT INTO journal]", new SQLException("x", "23505")),
                new OutOfMemoryError("Java heap space"),
                new StackOverflowError());
    }

    @ParameterizedTest
    @MethodSource("defects")
    void saysOfADefectThatItIsOneAndNotWhichClass(Throwable failure) {
        assertThat(FailureWords.isDefect(failure)).isTrue();
        assertThat(FailureWords.of(failure)).startsWith("Ledger Bridge itself failed");
        PlainWords.arePlain(FailureWords.of(failure));
    }

    @Test
    void keepsTheWordsOfOurOwnChecks() {
        assertThat(FailureWords.of(new IllegalArgumentException("the sides of entry BC250 differ by 0.01")))
                .endsWith("the sides of entry BC250 differ by 0.01");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a null", "io.foo.Bar", "SomeException: no", "0.12345678", "a {b}", " ", "toText(1)"})
    void takesNoProgrammersWordsForPlain(String message) {
        assertThat(FailureWords.plain(message)).isEmpty();
    }
}
