package io.ledgerbridge.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** How JSON is read that somebody else wrote, whoever it was: bounded, and never with binary fractions. */
public final class ExternalJson {

    /** Objects and lists within each other; the deepest that BigCommerce or Sage X3 answer are a dozen. */
    public static final int DEPTH = 64;

    /** Digits of a number, before it is a number. */
    public static final int NUMBER = 100;

    /** Characters of one text; the longest are BigCommerce's notes of 64 kB. */
    public static final int TEXT = 1024 * 1024;

    /** Values, names and brackets of one document: what they cost in memory is a multiple of their bytes. */
    public static final int TOKENS = 500_000;

    private static final int NAME = 1000;

    private ExternalJson() {}

    /** A mapper that takes no name twice in one object either: which of two amounts counts, nobody can say. */
    public static JsonMapper.Builder mapper() {
        JsonFactory bounded = JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(DEPTH)
                        .maxNumberLength(NUMBER)
                        .maxStringLength(TEXT)
                        .maxNameLength(NAME)
                        .maxTokenCount(TOKENS)
                        .build())
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build();
        return JsonMapper.builder(bounded)
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    }
}
