package io.ledgerbridge.books.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Where a chain ends.
 *
 * @param link number of the last link
 * @param hash of that link
 * @param oldLinks up to this one, links may be without a keyed hash: they are of before there were any
 * @param anchored whether an anchor holds that link
 */
public record AuditHead(int link, String hash, int oldLinks, KeyedHash keyed, boolean anchored) {

    private static final String KIND = "head";

    /** The head of a chain that ends there. */
    static AuditHead at(int link, String hash, int oldLinks, ChainKeys keys) {
        return new AuditHead(link, hash, oldLinks, keys.of(KIND, text(hash, oldLinks)), false);
    }

    /** What its keyed hash proves. */
    public ChainKeys.Proof proof(ChainKeys keys) {
        return keys.proof(keyed, KIND, text(hash, oldLinks));
    }

    public boolean isAt(AuditLink last) {
        return link == last.link() && hash.equals(last.hash());
    }

    private static String text(String hash, int oldLinks) {
        return hash + "\n" + oldLinks;
    }

    public static AuditHead of(ResultSet row, int index) throws SQLException {
        return new AuditHead(
                row.getInt("link"),
                row.getString("hash"),
                row.getInt("old_links"),
                new KeyedHash(row.getString("key_id"), row.getString("keyed_hash")),
                row.getBoolean("anchored"));
    }

    /** Of a link's row with its chain's head beside it; null where there is none. */
    static @Nullable AuditHead besideLink(ResultSet row) throws SQLException {
        String hash = row.getString("head_hash");
        return hash == null
                ? null
                : new AuditHead(row.getInt("head_link"), hash, row.getInt("old_links"), new KeyedHash("", ""), false);
    }
}
