-- What a person did, by time, and by step and time. The store stands behind, to be compared without looking at the row. Most links are
-- the program's own and name nobody: they are in neither. The name is what follows the first "by" of a link, up to the next quotation
-- mark; its first 100 characters, since a long one has no room in an index.
CREATE INDEX audit_by_person ON audit (
    left(substring(detail FROM position('"by":"' IN detail) + 6
        FOR greatest(position('"' IN substring(detail FROM position('"by":"' IN detail) + 6)) - 1, 0)), 100), at, id, store)
    WHERE detail LIKE '%"by":"%';
CREATE INDEX audit_by_person_and_step ON audit (
    left(substring(detail FROM position('"by":"' IN detail) + 6
        FOR greatest(position('"' IN substring(detail FROM position('"by":"' IN detail) + 6)) - 1, 0)), 100), step, at, id, store)
    WHERE detail LIKE '%"by":"%';
