package io.ledgerbridge.crash;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;

/** A way to a server that can fall silent, as when a network or a machine is gone: nothing comes through, nothing ends. */
final class Passage implements AutoCloseable {

    private final ServerSocket entrance;
    private final int exit;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Closeable> open = new CopyOnWriteArrayList<>();
    private volatile AtomicBoolean silent = new AtomicBoolean();

    /** @param exit the server's port on this machine */
    Passage(int exit) {
        this.exit = exit;
        try {
            entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        open.add(entrance);
        threads.execute(this::accept);
    }

    int port() {
        return entrance.getLocalPort();
    }

    /** From now on nothing comes through any connection. */
    void fallSilent() {
        silent.set(true);
    }

    /** New connections come through again; those of before are silent for ever. */
    void openAgain() {
        silent = new AtomicBoolean();
    }

    private void accept() {
        try {
            while (true) {
                Socket caller = entrance.accept();
                open.add(caller);
                Socket server = new Socket(InetAddress.getLoopbackAddress(), exit);
                open.add(server);
                AtomicBoolean silenced = silent;
                threads.execute(() -> pass(caller, server, silenced));
                threads.execute(() -> pass(server, caller, silenced));
            }
        } catch (IOException closed) {
            // there is no more to accept
        }
    }

    private static void pass(Socket from, Socket to, AtomicBoolean silenced) {
        byte[] buffer = new byte[8192];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
                if (!silenced.get()) {
                    out.write(buffer, 0, length);
                }
            }
            if (!silenced.get()) {
                to.close();
            }
        } catch (IOException closed) {
            // the other end hears of it by itself
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
        for (Closeable each : open) {
            try {
                each.close();
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
    }
}
