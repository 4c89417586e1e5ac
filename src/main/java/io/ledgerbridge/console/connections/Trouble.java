package io.ledgerbridge.console.connections;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a person is to know of a store that isn't as it should be.
 *
 * @param what the end of its message's key
 * @param detail what the message needs beside the store and the time; empty for nothing
 */
record Trouble(String what, String store, @Nullable Instant since, String detail) {}
