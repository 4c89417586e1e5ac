package io.ledgerbridge.database;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.SQLException;

/**
 * A column that holds a value as JSON.
 *
 * @param what it holds, for the error where it can't be read
 */
public record JsonColumn<T>(ObjectMapper json, TypeReference<T> type, String what) {

    public String write(T value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /**
     * The value that a text says.
     *
     * @throws SQLException where it says none
     */
    public T read(String text) throws SQLException {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException unreadable) {
            throw new SQLException("%s can't be read: %s".formatted(what, text), unreadable);
        }
    }
}
