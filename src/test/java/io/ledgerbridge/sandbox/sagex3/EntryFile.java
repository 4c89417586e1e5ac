package io.ledgerbridge.sandbox.sagex3;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * A ledger on disk, one entry a line. Entries are appended without fsync: they outlive the process, not the machine.
 * What a killed process left of a last line is cut off, since nobody was told of that entry.
 */
final class EntryFile {

    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    private final Path path;

    EntryFile(Path path) {
        this.path = path;
    }

    List<PostedEntry> read() {
        try {
            if (!Files.exists(path)) {
                return List.of();
            }
            String text = Files.readString(path);
            String whole = text.substring(0, text.lastIndexOf('\n') + 1);
            if (whole.length() < text.length()) {
                Files.writeString(path, whole);
            }
            return whole.lines().map(EntryFile::parse).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void append(PostedEntry entry) {
        try {
            Files.write(
                    path,
                    (JSON.writeValueAsString(entry) + "\n").getBytes(StandardCharsets.UTF_8),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PostedEntry parse(String line) {
        try {
            return JSON.readValue(line, PostedEntry.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
