package io.ledgerbridge.books.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbridge.books.audit.ChainKeys.Proof;
import io.ledgerbridge.credentials.EncryptionKey;
import io.ledgerbridge.credentials.KeysetRecipe;
import io.ledgerbridge.settings.SettingsFixture;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class ChainKeysTest {

    private final ChainKeys single = new ChainKeys(new EncryptionKey(SettingsFixture.KEY));

    @Test
    void provesWhatItHasWrittenAndNothingElse() {
        KeyedHash keyed = single.of("link", "text");
        assertThat(single.proof(keyed, "link", "text")).isEqualTo(Proof.FITS);
        assertThat(single.proof(keyed, "link", "texts")).isEqualTo(Proof.FORGED);
        assertThat(single.proof(keyed, "head", "text")).isEqualTo(Proof.FORGED);
        assertThat(single.proof(new KeyedHash(keyed.keyId(), "no number"), "link", "text"))
                .isEqualTo(Proof.FORGED);
        assertThat(new ChainKeys(new EncryptionKey(SettingsFixture.KEY)).of("link", "text"))
                .isEqualTo(keyed);
    }

    /** By the recipe of docs/security.md, and after it. */
    @Test
    void goesOnWithAKeysetOfTheKeyAndANewOne() throws Exception {
        String keyset = KeysetRecipe.ofSecurityPage(SettingsFixture.KEY);
        ChainKeys both = new ChainKeys(new EncryptionKey(keyset));
        ChainKeys later = new ChainKeys(new EncryptionKey(KeysetRecipe.withoutTheFirst(keyset)));
        KeyedHash before = single.of("link", "text");
        KeyedHash after = both.of("link", "text");

        assertThat(both.proof(before, "link", "text")).isEqualTo(Proof.FITS);
        assertThat(after).isNotEqualTo(before);
        assertThat(later.proof(after, "link", "text")).isEqualTo(Proof.FITS);
        assertThat(later.proof(before, "link", "text")).isEqualTo(Proof.KEY_GONE);
        assertThat(single.proof(after, "link", "text")).isEqualTo(Proof.KEY_GONE);
    }

    @Test
    void tellsNothingOfTheKeyItself() {
        String key = new String(Base64.getDecoder().decode(SettingsFixture.KEY), StandardCharsets.ISO_8859_1);
        KeyedHash keyed = single.of("link", "text");
        assertThat(keyed.keyId()).matches("[0-9a-f]{16}");
        assertThat(keyed.hash()).matches("[0-9a-f]{64}");
        assertThat(single.toString()).doesNotContain(key);
    }
}
