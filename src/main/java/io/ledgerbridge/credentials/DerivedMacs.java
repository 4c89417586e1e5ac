package io.ledgerbridge.credentials;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.Key;
import com.google.crypto.tink.KeyStatus;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.Mac;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.aead.AesCtrHmacAeadKey;
import com.google.crypto.tink.aead.AesEaxKey;
import com.google.crypto.tink.aead.AesGcmKey;
import com.google.crypto.tink.aead.AesGcmSivKey;
import com.google.crypto.tink.aead.ChaCha20Poly1305Key;
import com.google.crypto.tink.aead.XAesGcmKey;
import com.google.crypto.tink.aead.XChaCha20Poly1305Key;
import com.google.crypto.tink.mac.HmacKey;
import com.google.crypto.tink.mac.HmacParameters;
import com.google.crypto.tink.mac.MacConfig;
import com.google.crypto.tink.subtle.Hkdf;
import com.google.crypto.tink.util.SecretBytes;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Derives keys for message authentication from those of a keyset, by HKDF (RFC 5869) without salt. */
final class DerivedMacs {

    private static final String HASH = "HMACSHA256";
    private static final int BYTES = 32;
    private static final int ID_BYTES = 8;

    private DerivedMacs() {}

    /** Of each key that may be used, the primary one first. */
    static List<DerivedMac> of(KeysetHandle keyset, String purpose) throws GeneralSecurityException {
        MacConfig.register();
        Map<String, DerivedMac> macs = new LinkedHashMap<>();
        add(keyset.getPrimary(), purpose, macs);
        for (int index = 0; index < keyset.size(); index++) {
            if (keyset.getAt(index).getStatus() == KeyStatus.ENABLED) {
                add(keyset.getAt(index), purpose, macs);
            }
        }
        return List.copyOf(macs.values());
    }

    private static void add(KeysetHandle.Entry entry, String purpose, Map<String, DerivedMac> macs)
            throws GeneralSecurityException {
        byte[] key = bytes(entry.getKey()).toByteArray(InsecureSecretKeyAccess.get());
        String id = HexFormat.of().formatHex(derived(key, purpose + ", id", ID_BYTES));
        macs.putIfAbsent(id, new DerivedMac(id, mac(derived(key, purpose, BYTES))));
    }

    private static byte[] derived(byte[] key, String info, int size) throws GeneralSecurityException {
        return Hkdf.computeHkdf(HASH, key, new byte[0], info.getBytes(StandardCharsets.UTF_8), size);
    }

    @AccessesPartialKey
    private static Mac mac(byte[] bytes) throws GeneralSecurityException {
        HmacParameters parameters = HmacParameters.builder()
                .setKeySizeBytes(BYTES)
                .setTagSizeBytes(BYTES)
                .setHashType(HmacParameters.HashType.SHA256)
                .setVariant(HmacParameters.Variant.NO_PREFIX)
                .build();
        HmacKey key = HmacKey.builder()
                .setParameters(parameters)
                .setKeyBytes(SecretBytes.copyFrom(bytes, InsecureSecretKeyAccess.get()))
                .build();
        return KeysetHandle.newBuilder()
                .addEntry(KeysetHandle.importKey(key).withRandomId().makePrimary())
                .build()
                .getPrimitive(RegistryConfiguration.get(), Mac.class);
    }

    /** Tink has no one name for what all kinds of keys have. */
    @AccessesPartialKey
    private static SecretBytes bytes(Key key) throws GeneralSecurityException {
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
