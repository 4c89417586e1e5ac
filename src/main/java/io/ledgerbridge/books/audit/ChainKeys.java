package io.ledgerbridge.books.audit;

import com.google.crypto.tink.Mac;
import io.ledgerbridge.credentials.DerivedMac;
import io.ledgerbridge.credentials.EncryptionKey;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The keys of the audit trail, which the encryption key gives: the first writes, and each of them checks. */
@Component
public class ChainKeys {

    private static final String PURPOSE = "ledger-bridge audit trail";

    private static final HexFormat HEX = HexFormat.of();

    private final String first;
    private final Map<String, Mac> macs = new HashMap<>();

    public ChainKeys(EncryptionKey key) {
        List<DerivedMac> derived = key.macs(PURPOSE);
        this.first = derived.get(0).keyId();
        derived.forEach(one -> macs.put(one.keyId(), one.mac()));
    }

    /** What a keyed hash proves. */
    public enum Proof {
        /** This program has written it. */
        FITS,
        /** Somebody else has. */
        FORGED,
        /** Nothing, since its key isn't in the keyset any more. */
        KEY_GONE
    }

    /**
     * The keyed hash of a text, by the first key.
     *
     * @param what kind of row it is of, so that it is worth nothing in one of another kind
     */
    public KeyedHash of(String what, String text) {
        Mac mac = macs.get(first);
        if (mac == null) {
            throw new IllegalStateException("a keyset has a key that writes");
        }
        try {
            return new KeyedHash(first, HEX.formatHex(mac.computeMac(bytes(what, text))));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    public Proof proof(KeyedHash keyed, String what, String text) {
        @Nullable Mac mac = macs.get(keyed.keyId());
        if (mac == null) {
            return Proof.KEY_GONE;
        }
        try {
            mac.verifyMac(HEX.parseHex(keyed.hash()), bytes(what, text));
            return Proof.FITS;
        } catch (GeneralSecurityException | IllegalArgumentException forged) {
            return Proof.FORGED;
        }
    }

    private static byte[] bytes(String what, String text) {
        return (what + "\n" + text).getBytes(StandardCharsets.UTF_8);
    }
}
