-- Who looks after an order, as people said it last.
ALTER TABLE due_order ADD COLUMN assigned_to VARCHAR(250);
