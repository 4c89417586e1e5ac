-- Words under which people find orders again.
CREATE TABLE order_tag (
    store    VARCHAR(20) NOT NULL,
    order_id BIGINT      NOT NULL,
    tag      VARCHAR(30) NOT NULL,
    PRIMARY KEY (store, order_id, tag)
);
CREATE INDEX order_tag_of ON order_tag (tag, store, order_id);
