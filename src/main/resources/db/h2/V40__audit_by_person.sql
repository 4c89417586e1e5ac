-- What a person did, by time, and by step and time. H2 has no index of what is computed: who did something stands in a column of
-- its own. H2 computes it, nobody writes it, and whoever asks for all columns doesn't see it. Where a link names nobody, it is
-- empty and not null: else H2 would sort what it finds. The name is that of V27 on PostgreSQL. H2 writes the table anew for it,
-- once: a million links take about a minute.
ALTER TABLE audit ADD COLUMN person VARCHAR(100) INVISIBLE GENERATED ALWAYS AS (
    CASE WHEN detail LIKE '%"by":"%' THEN left(substring(detail FROM position('"by":"' IN detail) + 6
        FOR greatest(position('"' IN substring(detail FROM position('"by":"' IN detail) + 6)) - 1, 0)), 100)
        ELSE '' END) NOT NULL;
CREATE INDEX audit_by_person ON audit (person, at, id);
CREATE INDEX audit_by_person_and_step ON audit (person, step, at, id);
