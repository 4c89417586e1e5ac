package io.ledgerbridge.console.story;

/**
 * The order that a form is about.
 *
 * @param shown the number of the newest link of its audit trail that the form's page showed
 */
record Target(String store, long order, int shown) {

    /** The name under which controllers find it. */
    static final String NAME = "target";

    /** The address of its page, with the path's variables to be filled in. */
    static final String PATH = "/orders/{store}/{order:[1-9][0-9]{0,17}}";
}
