-- What a person should know of an order whose entries are right all the same: JSON, as of its last plan.
ALTER TABLE due_order ADD COLUMN flags VARCHAR;
