package io.ledgerbridge.evidence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A ZIP whose last file, the manifest, has the SHA-256 of each of the others. */
final class EvidenceZip implements AutoCloseable {

    static final String MANIFEST = "manifest.json";

    /** It ends no file that it writes into. */
    static final ObjectMapper JSON =
            JsonMapper.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

    private final ZipOutputStream zip;
    private final List<Named> files = new ArrayList<>();
    private long bytes;

    EvidenceZip(OutputStream out) {
        this.zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
    }

    /** One file in the manifest. */
    record Named(String name, String sha256, long bytes) {}

    /** What a file holds, written bit by bit. */
    interface Content {

        void write(OutputStream out) throws IOException;
    }

    List<Named> files() {
        return files;
    }

    /** Of all files so far, before they are packed. */
    long bytes() {
        return bytes;
    }

    void stream(String name, Content content) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        DigestOutputStream digested = new DigestOutputStream(zip, sha256());
        zip.putNextEntry(entry);
        content.write(digested);
        zip.closeEntry();
        files.add(new Named(
                name, HexFormat.of().formatHex(digested.getMessageDigest().digest()), entry.getSize()));
        bytes += entry.getSize();
    }

    void add(String name, String text) throws IOException {
        stream(name, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
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

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
