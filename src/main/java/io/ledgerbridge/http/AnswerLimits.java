package io.ledgerbridge.http;

/**
 * How large an answer may be, whoever gives it.
 *
 * @param bytes the most bytes of a body, as it comes and also after it was decompressed
 */
public record AnswerLimits(int bytes) {

    /** The most header lines of an answer, and of its trailer. */
    static final int HEADERS = 100;

    /** The most bytes of its status line, of each header and of each line that begins a chunk. */
    static final int LINE = 16 * 1024;

    /** The most answers that only announce the one to come (1xx). */
    static final int INTERIM = 20;

    /** What holds without a setting: eight workers that all read so much at once need no more than 256 MiB of heap. */
    public static final AnswerLimits DEFAULT = new AnswerLimits(4 * 1024 * 1024);
}
