package io.ledgerbridge.evidence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ledgerbridge.database.Sha256;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A ZIP whose last file, the manifest, has the SHA-256 of each of the others. */
final class EvidenceZip implements AutoCloseable {

    static final String MANIFEST = "manifest.json";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final ZipOutputStream zip;
    private final List<Named> files = new ArrayList<>();
    private long bytes;

    EvidenceZip(OutputStream out) {
        this.zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
    }

    /** One file in the manifest. */
    record Named(String name, String sha256, long bytes) {}

    List<Named> files() {
        return files;
    }

    /** Of all files so far, before they are packed. */
    long bytes() {
        return bytes;
    }

    void add(String name, String text) throws IOException {
        byte[] content = text.getBytes(StandardCharsets.UTF_8);
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
        zip.closeEntry();
        files.add(new Named(name, Sha256.of(text), content.length));
        bytes += content.length;
    }

    void addJson(String name, Object value) throws IOException {
        add(name, json(value));
    }

    /** Ends it. */
    void manifest(Map<String, Object> about) throws IOException {
        zip.putNextEntry(new ZipEntry(MANIFEST));
        zip.write(json(about).getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
        zip.finish();
    }

    static String json(Object value) {
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
