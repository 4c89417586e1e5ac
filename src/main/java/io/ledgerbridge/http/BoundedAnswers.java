package io.ledgerbridge.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.client5.http.classic.ExecChainHandler;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;

/**
 * Reads an answer whole, within its limits, before anybody is given it: so who asked holds bytes and no connection, and
 * the connection is free again, or closed, however the answer ends. It also does the decompression, as gzip alone:
 * Apache's own (5.5) keeps the connection of an answer that names too many encodings.
 */
final class BoundedAnswers implements ExecChainHandler {

    private final String side;
    private final String whose;
    private final AnswerLimits limits;

    /** @param side whose answers they are, for people to read */
    BoundedAnswers(String side, AnswerLimits limits) {
        this.side = side;
        this.whose = side + "'s answer";
        this.limits = limits;
    }

    @Override
    public ClassicHttpResponse execute(ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
            throws IOException {
        request.setHeader(HttpHeaders.ACCEPT_ENCODING, ContentEncodings.GZIP);
        boolean whole = false;
        try {
            ClassicHttpResponse response = chain.proceed(request, scope);
            if (response.getEntity() == null) {
                // camel-graphql takes it for granted that there is one, also behind a 204
                response.setEntity(new ByteArrayEntity(new byte[0], null));
            } else {
                read(response, response.getEntity());
            }
            whole = true;
            return response;
        } catch (MessageConstraintException beyond) {
            throw UnreadableAnswer.broken(whose, beyond);
        } catch (NotSentException | UnreadableAnswer told) {
            throw told;
        } catch (IOException | HttpException failed) {
            throw new FailedCall(side, failed);
        } finally {
            if (!whole && scope.execRuntime.isEndpointAcquired()) {
                scope.execRuntime.discardEndpoint();
            }
        }
    }

    private void read(ClassicHttpResponse response, HttpEntity entity) throws IOException {
        boolean packed = ContentEncodings.isGzip(response, whose);
        if (entity.getContentLength() > limits.bytes()) {
            throw UnreadableAnswer.tooLarge(whose, limits.bytes());
        }
        byte[] sent = bounded(entity.getContent());
        byte[] body = AnswerCharset.inUtf8(packed ? unpacked(sent) : sent, entity.getContentType(), whose);
        response.setEntity(new ByteArrayEntity(body, null));
        response.removeHeaders(HttpHeaders.CONTENT_ENCODING);
        response.removeHeaders(HttpHeaders.CONTENT_LENGTH);
        response.setHeader(HttpHeaders.CONTENT_TYPE, AnswerCharset.typeInUtf8(entity.getContentType()));
    }

    private byte[] unpacked(byte[] packed) throws IOException {
        if (packed.length == 0) {
            return packed;
        }
        try (InputStream content = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            return bounded(content);
        } catch (UnreadableAnswer tooLarge) {
            throw tooLarge;
        } catch (IOException broken) {
            throw UnreadableAnswer.broken(whose, broken);
        }
    }

    private byte[] bounded(InputStream content) throws IOException {
        byte[] read = content.readNBytes(limits.bytes() + 1);
        if (read.length > limits.bytes()) {
            throw UnreadableAnswer.tooLarge(whose, limits.bytes());
        }
        return read;
    }
}
