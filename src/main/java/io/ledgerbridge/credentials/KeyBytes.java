package io.ledgerbridge.credentials;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.Key;
import com.google.crypto.tink.aead.AesCtrHmacAeadKey;
import com.google.crypto.tink.aead.AesEaxKey;
import com.google.crypto.tink.aead.AesGcmKey;
import com.google.crypto.tink.aead.AesGcmSivKey;
import com.google.crypto.tink.aead.ChaCha20Poly1305Key;
import com.google.crypto.tink.aead.XAesGcmKey;
import com.google.crypto.tink.aead.XChaCha20Poly1305Key;
import com.google.crypto.tink.util.SecretBytes;
import java.security.GeneralSecurityException;

/** The bytes of a key: Tink has no one name for what all kinds of keys have. */
final class KeyBytes {

    private KeyBytes() {}

    @AccessesPartialKey
    static SecretBytes of(Key key) throws GeneralSecurityException {
        if (key instanceof AesGcmKey gcm) {
            return gcm.getKeyBytes();
        } else if (key instanceof AesGcmSivKey siv) {
            return siv.getKeyBytes();
        } else if (key instanceof AesEaxKey eax) {
            return eax.getKeyBytes();
        } else if (key instanceof AesCtrHmacAeadKey ctr) {
            return ctr.getHmacKeyBytes();
        } else if (key instanceof ChaCha20Poly1305Key chacha) {
            return chacha.getKeyBytes();
        } else if (key instanceof XChaCha20Poly1305Key xchacha) {
            return xchacha.getKeyBytes();
        } else if (key instanceof XAesGcmKey xaes) {
            return xaes.getKeyBytes();
        }
        throw new GeneralSecurityException("a key of this kind has no bytes to derive another from");
    }
}
