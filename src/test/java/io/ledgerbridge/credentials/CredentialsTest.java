package io.ledgerbridge.credentials;

import static io.ledgerbridge.credentials.CredentialName.BIGCOMMERCE_ACCESS_TOKEN;
import static io.ledgerbridge.credentials.CredentialName.SAGE_X3_ACCESS_TOKEN;
import static io.ledgerbridge.credentials.CredentialName.SAGE_X3_PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import io.ledgerbridge.Database;
import io.ledgerbridge.OnEachDatabase;
import io.ledgerbridge.faults.CredentialsFault;
import io.ledgerbridge.faults.Fault;
import io.ledgerbridge.faults.Side;
import io.ledgerbridge.logging.KnownSecrets;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@OnEachDatabase
class CredentialsTest {

    private static final String SECRET = "a-secret-that-nobody-may-see";

    private final Database database;
    private final Credentials credentials;

    CredentialsTest(Database database) {
        this.database = database;
        this.credentials = under(new EncryptionKey(key(1)));
    }

    @BeforeEach
    void empty() {
        database.clear();
    }

    @Test
    void givesBackWhatWasStoredLastUnderTheName() {
        credentials.put("us", SAGE_X3_PASSWORD, "first");
        credentials.put("us", SAGE_X3_PASSWORD, SECRET);
        credentials.put("eu", SAGE_X3_PASSWORD, "other");

        assertThat(credentials.find("us", SAGE_X3_PASSWORD)).hasValue(SECRET);
        assertThat(credentials.find("eu", SAGE_X3_PASSWORD)).hasValue("other");
        assertThat(credentials.find("us", BIGCOMMERCE_ACCESS_TOKEN)).isEmpty();
    }

    @Test
    void keepsNoSecretReadable() {
        credentials.put("us", SAGE_X3_PASSWORD, SECRET);

        byte[] kept = bytesOf("us");
        assertThat(new String(kept, StandardCharsets.ISO_8859_1)).doesNotContain("secret");
        credentials.put("us", SAGE_X3_PASSWORD, SECRET);
        assertThat(bytesOf("us")).isNotEqualTo(kept);
    }

    @Test
    void refusesTheBytesOfAnotherRow() {
        credentials.put("us", SAGE_X3_PASSWORD, SECRET);
        credentials.put("eu", SAGE_X3_PASSWORD, "other");
        database.jdbc()
                .sql("UPDATE credential SET ciphertext = :bytes WHERE store = 'eu'")
                .param("bytes", bytesOf("us"))
                .update();

        assertThatThrownBy(() -> credentials.find("eu", SAGE_X3_PASSWORD))
                .isInstanceOf(Fault.class)
                .hasMessageContaining("sage-x3.password of store eu");
    }

    @Test
    void isAFaultOfItsSidesCredentialsUnderAnotherKeyAndSaysWhatToDo() {
        credentials.put("us", SAGE_X3_PASSWORD, SECRET);
        credentials.put("us", BIGCOMMERCE_ACCESS_TOKEN, SECRET);
        Credentials other = under(new EncryptionKey(key(2)));

        for (CredentialName name : List.of(SAGE_X3_PASSWORD, BIGCOMMERCE_ACCESS_TOKEN)) {
            assertThatThrownBy(() -> other.find("us", name))
                    .isInstanceOfSatisfying(Fault.class, fault -> {
                        assertThat(fault).isInstanceOf(CredentialsFault.class);
                        assertThat(((CredentialsFault) fault).side())
                                .isEqualTo(name == SAGE_X3_PASSWORD ? Side.SAGE_X3 : Side.BIGCOMMERCE);
                    })
                    .hasMessageContaining("the stored %s of store us can't be read", name.label())
                    .hasMessageContaining("ledger-bridge.encryption-key")
                    .hasMessageContaining("keyset")
                    .hasMessageContaining("PUT /api/stores/us/credentials/%s", name.label())
                    .hasMessageNotContaining(SECRET);
        }
    }

    @Test
    void takesAFetchedTokenThatCannotBeReadForNoneSinceTheNextIsFetched() {
        credentials.put("us", SAGE_X3_ACCESS_TOKEN, SECRET);

        Credentials other = under(new EncryptionKey(key(2)));

        assertThat(other.find("us", SAGE_X3_ACCESS_TOKEN)).isEmpty();
        assertThat(other.unreadable()).isEmpty();
    }

    @Test
    void namesWhatAPersonHasToStoreAnewUnderAnotherKey() {
        credentials.put("us", SAGE_X3_PASSWORD, SECRET);
        credentials.put("us", BIGCOMMERCE_ACCESS_TOKEN, SECRET);
        credentials.put("eu", SAGE_X3_PASSWORD, SECRET);
        Credentials other = under(new EncryptionKey(key(2)));
        other.put("us", BIGCOMMERCE_ACCESS_TOKEN, SECRET);

        assertThat(other.unreadable())
                .isEqualTo(Map.of("us", List.of("sage-x3.password"), "eu", List.of("sage-x3.password")));
        assertThat(credentials.unreadable()).isEqualTo(Map.of("us", List.of("bigcommerce.access-token")));
    }

    @Test
    void readsOldRowsAfterTheKeysetHasANewPrimaryKey() throws GeneralSecurityException {
        AeadConfig.register();
        KeysetHandle old = KeysetHandle.newBuilder()
                .addEntry(KeysetHandle.generateEntryFromParametersName("AES256_GCM")
                        .withRandomId()
                        .makePrimary())
                .build();
        under(new EncryptionKey(json(old))).put("us", SAGE_X3_PASSWORD, SECRET);
        KeysetHandle rotated = KeysetHandle.newBuilder(old)
                .addEntry(KeysetHandle.generateEntryFromParametersName("AES256_GCM")
                        .withRandomId()
                        .makePrimary())
                .build();

        Credentials after = under(new EncryptionKey(json(rotated)));
        assertThat(after.find("us", SAGE_X3_PASSWORD)).hasValue(SECRET);
        after.put("us", SAGE_X3_PASSWORD, SECRET);
        assertThatThrownBy(() -> under(new EncryptionKey(json(old))).find("us", SAGE_X3_PASSWORD))
                .as("written with the new primary key")
                .isInstanceOf(Fault.class);
    }

    @Test
    void readsOldRowsUnderTheKeysetOfTheReadmesRecipeAndWritesNewOnesThatOutliveTheOldKey() throws Exception {
        credentials.put("us", SAGE_X3_PASSWORD, SECRET);
        String keyset = KeysetRecipe.ofSecurityPage(key(1));
        Credentials after = under(new EncryptionKey(keyset));
        assertThat(after.find("us", SAGE_X3_PASSWORD)).hasValue(SECRET);
        Credentials withoutTheOld = under(new EncryptionKey(KeysetRecipe.withoutTheFirst(keyset)));
        assertThat(withoutTheOld.unreadable()).containsOnlyKeys("us");

        after.put("us", SAGE_X3_PASSWORD, SECRET);

        assertThat(withoutTheOld.find("us", SAGE_X3_PASSWORD)).hasValue(SECRET);
        assertThat(credentials.unreadable()).as("under the old key alone").containsOnlyKeys("us");
    }

    private byte[] bytesOf(String store) {
        return database.jdbc()
                .sql("SELECT ciphertext FROM credential WHERE store = :store")
                .param("store", store)
                .query(byte[].class)
                .single();
    }

    private Credentials under(EncryptionKey key) {
        return new Credentials(database.jdbc(), key, new KnownSecrets(), Clock.systemUTC());
    }

    private static String key(int filling) {
        byte[] bytes = new byte[32];
        Arrays.fill(bytes, (byte) filling);
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static String json(KeysetHandle keyset) throws GeneralSecurityException {
        return TinkJsonProtoKeysetFormat.serializeKeyset(
                keyset, RegistryConfiguration.get(), InsecureSecretKeyAccess.get());
    }
}
