-- The day on which an order was placed, where the store is: an order that has no entry is listed under it. None until its next reading.
ALTER TABLE due_order ADD COLUMN placed_on DATE;
