package io.ledgerbridge.frontdoor;

import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** What a request's head says of its body, and what of that has come with it. */
final class AnnouncedBody {

    private static final List<String> JOLOKIA = List.of("/actuator/jolokia", "/actuator/hawtio/jolokia");

    private AnnouncedBody() {}

    static boolean isIn(HttpServletRequest request) {
        return request.getContentLengthLong() > 0 || request.getHeader("Transfer-Encoding") != null;
    }

    static boolean isLongForJolokia(HttpServletRequest request) {
        long announced = request.getContentLengthLong();
        return announced > BodyGate.LONGEST && announced <= BodyGate.LONGEST_FOR_JOLOKIA && isForJolokia(request);
    }

    /** By the path as Tomcat maps it, without dots and parameters. */
    private static boolean isForJolokia(HttpServletRequest request) {
        String path = request.getServletPath() + Objects.requireNonNullElse(request.getPathInfo(), "");
        return JOLOKIA.stream().anyMatch(start -> path.equals(start) || path.startsWith(start + "/"));
    }

    /** What has already come; most bodies come with their heads. Nothing of one whose length is unknown or too large. */
    static byte[] atHand(HttpServletRequest request) throws IOException {
        ServletInputStream in = request.getInputStream();
        long announced = request.getContentLengthLong();
        return announced > 0 && announced <= BodyGate.LONGEST ? atHand(in, (int) announced) : new byte[0];
    }

    private static byte[] atHand(ServletInputStream in, int length) throws IOException {
        byte[] bytes = new byte[length];
        int read = 0;
        while (read < length && in.available() > 0) {
            int more = in.read(bytes, read, length - read);
            if (more < 0) {
                break;
            }
            read += more;
        }
        return Arrays.copyOf(bytes, read);
    }
}
