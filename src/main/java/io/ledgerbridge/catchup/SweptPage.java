package io.ledgerbridge.catchup;

/**
 * A page of a list.
 *
 * @param number from 1, counted in pages of {@code limit}
 * @param limit rows a page: fewer after a page that couldn't be read, as where it is too large
 */
record SweptPage(int number, int limit) {

    static final SweptPage FIRST = new SweptPage(1, SweptList.LIMIT);

    /** By what a page is made smaller: 250, 50, 10, 2; then 250 again. */
    private static final int PART = 5;

    /** With less to it; the rows that were read are the same. */
    SweptPage smaller(SweptList list) {
        return limit < PART ? whole(list) : new SweptPage((number - 1) * PART + 1, limit / PART);
    }

    /** A whole page again, where one begins at the next row: behind a few rows without an id one may have one. */
    private SweptPage whole(SweptList list) {
        int rows = (number - 1) * limit;
        boolean isWhole = list == SweptList.ORDERS || rows % SweptList.LIMIT == 0;
        return isWhole ? new SweptPage(rows / SweptList.LIMIT + 1, SweptList.LIMIT) : this;
    }

    /** The one behind it, with more to it again where such a page begins at the next row. */
    SweptPage next() {
        boolean isLarger = limit * PART <= SweptList.LIMIT && number % PART == 0;
        return isLarger ? new SweptPage(number / PART + 1, limit * PART) : new SweptPage(number + 1, limit);
    }
}
