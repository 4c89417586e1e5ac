package io.ledgerbridge.sandbox.hostile;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One request as it came.
 *
 * @param target path and query
 * @param headers by lower-case name
 */
public record Asked(String method, String target, TreeMap<String, String> headers, String body) {

    /** The next request on a connection; null where the client has closed it. */
    static @Nullable Asked of(InputStream in) throws IOException {
        String[] first = line(in).split(" ", 3);
        if (first.length < 2) {
            return null;
        }
        TreeMap<String, String> headers = new TreeMap<>();
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            String[] header = line.split(":", 2);
            headers.put(header[0].toLowerCase(Locale.ROOT), header.length > 1 ? header[1].strip() : "");
        }
        int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
        boolean chunked = headers.containsKey("transfer-encoding");
        byte[] body = chunked ? chunks(in) : in.readNBytes(length);
        return new Asked(first[0], first[1], headers, new String(body, StandardCharsets.UTF_8));
    }

    /** What it is about, in one text. */
    public String text() {
        return method + " " + target + " " + body;
    }

    private static byte[] chunks(InputStream in) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (int size = size(in); size > 0; size = size(in)) {
            body.write(in.readNBytes(size));
            line(in);
        }
        line(in);
        return body.toByteArray();
    }

    private static int size(InputStream in) throws IOException {
        return Integer.parseInt(line(in), 16);
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int read = in.read(); read >= 0 && read != '\n'; read = in.read()) {
            line.append((char) read);
        }
        return line.toString().strip();
    }
}
