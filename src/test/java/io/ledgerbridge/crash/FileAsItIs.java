package io.ledgerbridge.crash;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import org.h2.store.fs.FileBaseDefault;
import org.h2.store.fs.FilePathWrapper;

/**
 * A file of H2's that can be copied between any two writes: what a process that ended there would leave behind. Registered
 * with H2, it is the {@code observed:} in a URL.
 */
public final class FileAsItIs extends FilePathWrapper {

    private static final Object BETWEEN_WRITES = new Object();

    @Override
    public String getScheme() {
        return "observed";
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        return new Observed(super.open(mode));
    }

    static void copy(Path file, Path copy) throws IOException {
        synchronized (BETWEEN_WRITES) {
            Files.copy(file, copy);
        }
    }

    private static final class Observed extends FileBaseDefault {

        private final FileChannel file;

        Observed(FileChannel file) {
            this.file = file;
        }

        @Override
        public synchronized int write(ByteBuffer from, long position) throws IOException {
            synchronized (BETWEEN_WRITES) {
                return file.write(from, position);
            }
        }

        @Override
        protected void implTruncate(long size) throws IOException {
            synchronized (BETWEEN_WRITES) {
                file.truncate(size);
            }
        }

        @Override
        public synchronized int read(ByteBuffer into, long position) throws IOException {
            return file.read(into, position);
        }

        @Override
        public long size() throws IOException {
            return file.size();
        }

        @Override
        public void force(boolean metaData) throws IOException {
            file.force(metaData);
        }

        @Override
        public synchronized FileLock tryLock(long position, long size, boolean shared) throws IOException {
            return file.tryLock(position, size, shared);
        }

        @Override
        protected void implCloseChannel() throws IOException {
            file.close();
        }
    }
}
