package io.ledgerbridge.faults;

import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.zip.ZipException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.HttpHostConnectException;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.MalformedChunkCodingException;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.apache.hc.core5.net.NamedEndpoint;
import org.jspecify.annotations.Nullable;

/** What is said of a connection that fails, and of an answer that ends too early. */
final class ConnectionFailure {

    private static final String ENDED_EARLY = "the answer ended too early";
    private static final String NO_HTTP = "the answer is no HTTP";

    /** What is said of a class of exceptions; those that extend another stand before it. */
    private record Kind(Class<? extends Throwable> of, Function<Throwable, String> words) {

        static Kind of(Class<? extends Throwable> type, String words) {
            return new Kind(type, failure -> words);
        }
    }

    private static final List<Kind> KINDS = List.of(
            new Kind(HttpHostConnectException.class, ConnectionFailure::refused),
            Kind.of(ConnectException.class, "the connection was refused"),
            new Kind(UnknownHostException.class, ConnectionFailure::unknown),
            Kind.of(NoRouteToHostException.class, "there is no way to the host"),
            new Kind(ConnectTimeoutException.class, ConnectionFailure::late),
            Kind.of(ConnectionRequestTimeoutException.class, "no connection was free in time"),
            Kind.of(SocketTimeoutException.class, "no answer came in time"),
            Kind.of(NoHttpResponseException.class, "the connection was closed before an answer came"),
            Kind.of(ConnectionClosedException.class, ENDED_EARLY),
            Kind.of(MalformedChunkCodingException.class, ENDED_EARLY),
            Kind.of(EOFException.class, ENDED_EARLY),
            Kind.of(ZipException.class, "it is not in gzip, as its head says"),
            new Kind(MessageConstraintException.class, ConnectionFailure::constraint),
            Kind.of(HttpException.class, NO_HTTP),
            Kind.of(CertificateExpiredException.class, "the certificate has expired"),
            Kind.of(CertificateNotYetValidException.class, "the certificate is not valid yet"),
            Kind.of(CertPathBuilderException.class, "the certificate is of nobody who is trusted here"),
            Kind.of(SSLPeerUnverifiedException.class, "the certificate is another host's"),
            Kind.of(SSLException.class, "no encrypted connection could be agreed on"),
            Kind.of(SocketException.class, "the connection was cut"),
            Kind.of(InterruptedIOException.class, "no whole answer came in time, or the call was stopped"));

    private ConnectionFailure() {}

    /** Nothing where it is no such failure. */
    static Optional<String> words(Throwable failure) {
        if (!(failure instanceof IOException || failure instanceof HttpException)) {
            return Optional.empty();
        }
        Throwable telling = failure instanceof SSLException ? certificate(failure) : failure;
        return find(telling).or(() -> within(failure)).or(() -> Optional.of(other(failure)));
    }

    private static Optional<String> find(Throwable failure) {
        return KINDS.stream()
                .filter(kind -> kind.of().isInstance(failure))
                .findFirst()
                .map(kind -> kind.words().apply(failure));
    }

    private static Optional<String> within(Throwable failure) {
        Throwable cause = failure.getCause();
        return cause == null ? Optional.empty() : find(cause).or(() -> within(cause));
    }

    /** What was wrong with the certificate, where that is why nothing was agreed on. */
    private static Throwable certificate(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof CertificateExpiredException
                    || cause instanceof CertificateNotYetValidException
                    || cause instanceof CertPathBuilderException) {
                return cause;
            }
        }
        return failure;
    }

    private static String refused(Throwable failure) {
        return "the connection was refused" + by(((HttpHostConnectException) failure).getHost());
    }

    private static String late(Throwable failure) {
        return "no connection was made in time" + by(((ConnectTimeoutException) failure).getHost());
    }

    private static String by(@Nullable NamedEndpoint host) {
        return host == null ? "" : " by %s, port %d".formatted(host.getHostName(), host.getPort());
    }

    /** The message begins with the name. */
    private static String unknown(Throwable failure) {
        String name = Objects.toString(failure.getMessage(), "").split("[:\\s]", 2)[0];
        return name.isEmpty() ? "the host's name is not known" : "no host is known by the name " + name;
    }

    private static String constraint(Throwable failure) {
        return FailureWords.plain(failure.getMessage()).orElse("its head is larger than is read");
    }

    private static String other(Throwable failure) {
        return FailureWords.plain(failure.getMessage()).orElse("the connection failed");
    }
}
