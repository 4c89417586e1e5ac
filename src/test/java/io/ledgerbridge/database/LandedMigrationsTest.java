package io.ledgerbridge.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * A migration that has run somewhere is not written again: Flyway refuses to start on a database that it has migrated by another
 * text. What was wrong in one is mended by the next, whose line is added here.
 */
class LandedMigrationsTest {

    private static final Path RESOURCES = Path.of("src/main/resources");

    private static final String LANDED = """
            bb62eb8791d65515ca66dc48e6dc026af955149d34f17ba526ad5b7b39788522 db/migration/V1__ledger_bridge.sql
            98732d8a3a83730bf418d9bcb4815665792421b37f1e0edae62c8ebbb4bff89c db/migration/V2__counted_after.sql
            213dd515b023b042fe33c07f804df531ebb2d2eaed621dafe8bc321e134aea81 db/migration/V3__timed_lock.sql
            7dceb5e709a16778ff37280e1fb7b077c6ec50d70733028693ff436e271309fb db/migration/V4__order_flags.sql
            6102315e3983004e0afa25875881dcc780c33171c1036c4f83d4c9ceda6e2b3b db/migration/V5__set_aside.sql
            c8141506594c768f6972f78ae116000b36abe0a9bb12510c46cf5a8089a1e87e db/migration/V6__mapping_version.sql
            3472719c59115ceeee6dda385081f980861ea4c3e04e752324f6648d73b858d7 db/migration/V7__recorded_refund.sql
            7f186ae71c2047ffb9806787a89f366e10fe8d129ab52133e342dbd2fab69c60 db/migration/V8__last_refund.sql
            3a5f81284aff0d492350b5b7707ad75cfc7a45cf0b341c264b84bea1a50cdfee db/migration/V9__line_purpose.sql
            19c29d131b5d6ce3f3251577e538d06ad2dbb9739c65a4d0b571883aa9fe9881 db/migration/V10__document_and_rate_date.sql
            6b182ddfd308a4bee9ec2053bb852084eb0efdebd9728f76baed9b04ff8a464d db/migration/V11__x3_status.sql
            07966f9490fd669a2f5881f078ace914425642f72197f4002759e8abcfb832ea db/migration/V12__reading.sql
            c92c2cb5059ee64630b2509d7a20749ea3337792bb7ddc50830a6acbfab0b937 db/migration/V13__audit_anchor.sql
            a337df9f7c3b5a58cc27ed2896d8ca5a91b3c814c8b60072eedda6908e70f5cb db/migration/V14__privacy.sql
            0c5412c2720e627e7910509b499c38d3a626fdebd2dbc4671801dc3decd4a85e db/migration/V15__line_indexes.sql
            e8939be90cef60614330d8fb5a3a046f1a127558c25da3a88c396bf950296f48 db/h2/V16__beginnings.sql
            9f343bdb6975297414616583d443e66f94072cb7465ab22e2ed49df08616895b db/postgresql/V16__beginnings.sql
            28ce0ff0ac9df45b4605692373292d47599a01b86a4841567c0111a6b692de8d db/migration/V17__notice.sql
            ab4506e744e526fd9a295616385821b771af07454c9870c3ab954a783243a175 db/migration/V18__assigned_to.sql
            110676ef9c06bf077356080f6bc9103cf183ba9458f7ccbec4e3a4a30d1e6f05 db/migration/V19__backfill_held.sql
            557afad39391df6a8269d44ccb1c96800ad87735b0dccf17154d5f53670582d9 db/migration/V20__order_figures.sql
            37fe89f93b6297c6d0ffa384a6806f579a4292166357bbfb6402a13d88bc6034 db/h2/V20_1__order_lists.sql
            23b42c870171a0e33443ce695351b0d18dca6151df97839fd18016ad5de071a8 db/postgresql/V20_1__order_lists.sql
            c39e3ec143fa7d2a3a91754f3b65b8b327433686d941e9ea730b97a41a112117 db/migration/V24__audit_steps.sql
            cfa83da15648783bed95fd4bc68d801e1e9bb8756fe23d1eb18efe2916d2702a db/migration/V25__shadow_run.sql
            da8e6070d91fa8b3fb4275d7c274630194c8197fc872d047513ed67eac201d4c db/migration/V26__figures_of_moved_orders.sql
            dbd572d86d71341c9cb5d6ea39d558c15a7fc9724cf9acf257e052e7fa86a08c db/migration/V28__parked_since.sql
            6e4d02b5f02955b4d650c914b116b6e1f9e2e011ee1987931e3d3f18fb8340fa db/migration/V29__order_tag.sql
            294e3e64b9b369788ee3707e4e8d414b0b622c0f6ace8b7fc0fdb22337737dd5 db/h2/V27__audit_by_person.sql
            574ee11d5a1ff513560b57944c69598cb604a4474edb283c32b7b1891c846e02 db/postgresql/V27__audit_by_person.sql
            66444f7e68062785fc1a4b6c283ada337e555ebcb83145b89db028fe76aa4f6d db/migration/V30__owed_and_set_aside.sql
            39ba065c87f9f8c2469e7e453b16f4cefda7d535e72ef51af376de42ee6af7cb db/h2/V30_1__not_in_ledger.sql
            b90fa709c0891e66228f7d794c8a59d772c355dfba9941892a361805051448c2 db/postgresql/V30_1__not_in_ledger.sql
            ecb9cd21885b0aa408031519729fee4b67c37b514acef95cfcf026086d95690d db/h2/V40__audit_by_person.sql
            2bd4d97725f7c1b4513ca98fb1434d4b555cb782899b864da96a2469fcc07b2b db/postgresql/V40__audit_by_person.sql
            c65bca9ac7b5e3d0fc894e1ad64c12aecd62fd13dc25d515dd77936949773761 db/h2/V33__parked_sums.sql
            002fe9c548f7e79608c7b027ca8a50ce45493f5463baea2f56ef35f71a94f897 db/postgresql/V33__parked_sums.sql
            7df953d66b424e19146905080d991995dd2fafe4e7c11bcfd268cd2572c07d38 db/migration/V34__placed_on.sql
            7f56325f25039ede8b60f3bf3bc330879c551730d66993605751a6b5cbd7cd4b db/migration/V35__notice_claims.sql
            c6717f3ec9728046800def9630b2da7507d972458fb477ff4d28118e88830f1c db/h2/V39__orders_under_way.sql
            514e899ccd9b89ff7a6b99a332db5ddc0e6274eda1e520894507ded83df955d2 db/postgresql/V39__orders_under_way.sql
            """;

    @Test
    void areAsTheyWereWritten() throws Exception {
        Map<String, String> landed = LANDED.lines()
                .map(line -> line.split(" "))
                .collect(Collectors.toMap(words -> words[1], words -> words[0], (one, other) -> one, TreeMap::new));
        Map<String, String> now = new TreeMap<>();
        try (Stream<Path> files = Files.walk(RESOURCES.resolve("db"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                byte[] hash = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
                now.put(RESOURCES.relativize(file).toString(), HexFormat.of().formatHex(hash));
            }
        }

        assertThat(now).isEqualTo(landed);
    }
}
