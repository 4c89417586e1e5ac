package io.ledgerbridge;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Bytes to the program over connections that stay open, as no HTTP client would send them. */
public final class RawRequests implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 60_000;

    private final int port;
    private final List<Socket> open = new ArrayList<>();

    public RawRequests(URI program) {
        this.port = program.getPort();
    }

    /** Sends these bytes over so many new connections, and leaves them open. */
    public void begin(int connections, String bytes) throws IOException {
        for (int each = 0; each < connections; each++) {
            Socket socket = connect();
            open.add(socket);
            socket.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
        }
    }

    /** Sends more over each of them that is still open. */
    public void more(String bytes) {
        for (Socket socket : open) {
            try {
                socket.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
            } catch (IOException closed) {
                // it is counted as closed
            }
        }
    }

    /** The status that a request gets, over a connection of its own; 0 where it is closed without a word. */
    public int status(String request) throws IOException {
        String answer = answer(request);
        return answer.isEmpty() ? 0 : Integer.parseInt(answer.split(" ", 3)[1]);
    }

    /** All that comes back until the program closes the connection, which the request should ask for. */
    public String answer(String request) throws IOException {
        try (Socket socket = connect()) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return read(socket.getInputStream());
        }
    }

    private static String read(InputStream in) throws IOException {
        StringBuilder answer = new StringBuilder();
        byte[] buffer = new byte[8192];
        try {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                answer.append(new String(buffer, 0, read, StandardCharsets.ISO_8859_1));
            }
        } catch (java.net.SocketException closed) {
            // what has come by then counts
        }
        return answer.toString();
    }

    /** How many of the connections that were begun the program has closed. */
    public long closed() {
        return open.stream().filter(RawRequests::isClosed).count();
    }

    private static boolean isClosed(Socket socket) {
        try {
            socket.setSoTimeout(1);
            byte[] buffer = new byte[8192];
            int read = socket.getInputStream().read(buffer);
            while (read > 0) {
                read = socket.getInputStream().read(buffer);
            }
            return read < 0;
        } catch (java.net.SocketTimeoutException stillOpen) {
            return false;
        } catch (IOException closed) {
            return true;
        }
    }

    private Socket connect() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(PATIENCE_MILLIS);
        return socket;
    }

    @Override
    public void close() throws IOException {
        for (Socket socket : open) {
            socket.close();
        }
    }
}
