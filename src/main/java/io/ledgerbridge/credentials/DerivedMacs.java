package io.ledgerbridge.credentials;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeyStatus;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.Mac;
import com.google.crypto.tink.RegistryConfiguration;
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
        byte[] key = KeyBytes.of(entry.getKey()).toByteArray(InsecureSecretKeyAccess.get());
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
        return Keysets.of(key).getPrimitive(RegistryConfiguration.get(), Mac.class);
    }
}
