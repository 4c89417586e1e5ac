-- The indexes of V15 are in the order of the characters here, and find what begins with a text.
SELECT 1;
