-- PostgreSQL has its indexes since V27.
SELECT 1;
