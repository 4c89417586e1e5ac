package io.ledgerbridge.sagex3.check;

import java.util.List;

/**
 * Where a folder has one kind of code.
 *
 * @param packageName of a GraphQL node; empty for api1
 * @param name of the node or the class
 * @param fields the code's, or a period's three
 */
record CodePlace(String packageName, String name, List<String> fields) {

    CodePlace {
        fields = List.copyOf(fields);
    }

    /** @param names the node or class, and fields where they are others than Sage's */
    static CodePlace of(List<String> names, List<String> usual) {
        List<String> own = names.subList(1, names.size());
        return new CodePlace("", names.get(0), own.size() == usual.size() ? own : usual);
    }

    /** As the setting has it. */
    String words() {
        return packageName.isEmpty() ? "class " + name : "node " + packageName + "." + name;
    }

    String field() {
        return fields.get(0);
    }

    String end() {
        return fields.get(1);
    }

    String status() {
        return fields.get(2);
    }
}
