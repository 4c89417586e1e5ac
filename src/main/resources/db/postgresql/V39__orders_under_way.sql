-- Of those under way there are few: they have been in an index of all that is not posted since V20.1.
CREATE VIEW orders_under_way AS
    SELECT store, order_id, due_at, lease_holder, came_at, changed_at FROM due_order WHERE standing = 'on-the-way';
