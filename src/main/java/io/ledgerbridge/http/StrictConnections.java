package io.ledgerbridge.http;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.net.Socket;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.io.ManagedHttpClientConnection;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpStatus;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.DefaultHttpResponseParser;
import org.apache.hc.core5.http.io.HttpConnectionFactory;
import org.apache.hc.core5.http.io.HttpMessageParser;
import org.apache.hc.core5.http.io.SessionInputBuffer;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * Connections on which a server may say nothing before it is asked: bytes that follow an answer, as where its length was
 * wrong, would be read as the answer to the next request, which another order may have asked. Such a connection is stale to
 * the pool, which closes it. The heads of answers are bounded.
 */
final class StrictConnections implements HttpConnectionFactory<ManagedHttpClientConnection> {

    private static final Timeout A_MOMENT = Timeout.ofMilliseconds(1);

    private static final Http1Config HEADS = Http1Config.custom()
            .setMaxHeaderCount(AnswerLimits.HEADERS)
            .setMaxLineLength(AnswerLimits.LINE)
            .build();

    private final HttpConnectionFactory<ManagedHttpClientConnection> plain =
            ManagedHttpClientConnectionFactory.builder()
                    .http1Config(HEADS)
                    .responseParserFactory(unused -> new PatientParser(new DefaultHttpResponseParser(HEADS)))
                    .build();

    /** Reads one answer after the other of one connection; an answer may be announced (1xx), but not for ever. */
    private static final class PatientParser implements HttpMessageParser<ClassicHttpResponse> {

        private final HttpMessageParser<ClassicHttpResponse> plain;
        private int interim;

        PatientParser(HttpMessageParser<ClassicHttpResponse> plain) {
            this.plain = plain;
        }

        @Override
        public ClassicHttpResponse parse(SessionInputBuffer buffer, InputStream content)
                throws IOException, HttpException {
            ClassicHttpResponse head = plain.parse(buffer, content);
            interim = head != null && head.getCode() < HttpStatus.SC_SUCCESS ? interim + 1 : 0;
            if (interim > AnswerLimits.INTERIM) {
                throw new MessageConstraintException("more than %d interim answers".formatted(AnswerLimits.INTERIM));
            }
            return head;
        }
    }

    @Override
    public ManagedHttpClientConnection createConnection(Socket socket) throws IOException {
        ManagedHttpClientConnection connection = plain.createConnection(socket);
        return (ManagedHttpClientConnection) Proxy.newProxyInstance(
                StrictConnections.class.getClassLoader(),
                new Class<?>[] {ManagedHttpClientConnection.class},
                (proxy, method, arguments) -> strictly(connection, method, arguments));
    }

    private static @Nullable Object strictly(
            ManagedHttpClientConnection connection, Method method, Object @Nullable [] arguments) throws Throwable {
        if (method.getName().equals("isStale") && connection.isDataAvailable(A_MOMENT)) {
            return true;
        }
        try {
            return method.invoke(connection, arguments);
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause() == null ? thrown : thrown.getCause();
        }
    }
}
