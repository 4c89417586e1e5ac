package io.ledgerbridge.books.audit.anchors;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The digest over an anchor's rows, one after the other in their order. */
public final class AnchorDigest {

    private final MessageDigest digest;
    private int rows;

    public AnchorDigest() {
        try {
            this.digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    public void add(Anchored row) {
        digest.update((row.text() + "\n").getBytes(StandardCharsets.UTF_8));
        rows++;
    }

    /** How many were added. */
    public int rows() {
        return rows;
    }

    /** Of those that were added; no more can be added then. */
    public String sha256() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
