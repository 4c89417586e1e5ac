-- How each store stands with Sage X3's tokens. Whoever fetches new ones locks the store's row, over all replicas; the
-- store's own audit chain (order 0) is written under the same lock.
CREATE TABLE x3_login (
    store               VARCHAR(20) PRIMARY KEY,
    endpoint            VARCHAR(300),                -- named in a pairing's callback, used from then on
    access_until        TIMESTAMP(6) WITH TIME ZONE, -- when the stored access token ends
    refreshed_at        TIMESTAMP(6) WITH TIME ZONE, -- when the stored refresh token was issued
    needs_pairing_since TIMESTAMP(6) WITH TIME ZONE, -- none: it doesn't
    detail              VARCHAR                      -- what X3 said when it refused
);

-- Pairings that were begun and not yet answered.
CREATE TABLE x3_pairing (
    state_sha256 CHAR(64) PRIMARY KEY,
    store        VARCHAR(20)                 NOT NULL,
    begun_by     VARCHAR(100)                NOT NULL,
    ends_at      TIMESTAMP(6) WITH TIME ZONE NOT NULL
);
