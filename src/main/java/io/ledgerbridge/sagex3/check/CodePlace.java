package io.ledgerbridge.sagex3.check;

import java.util.List;
import java.util.Optional;

/**
 * Where a folder has one kind of code.
 *
 * @param packageName of a GraphQL node; empty for api1
 * @param name of the node or the class
 * @param fields the code's, or a period's three
 * @param other the package to ask next, if there is no such node in this one; empty where none is left
 * @param before the package that was asked before; empty where none was
 */
record CodePlace(String packageName, String name, List<String> fields, String other, String before) {

    CodePlace {
        fields = List.copyOf(fields);
    }

    CodePlace(String packageName, String name, List<String> fields) {
        this(packageName, name, fields, "", "");
    }

    /** The same node, which may be in another package, too. */
    CodePlace orIn(String another) {
        return new CodePlace(packageName, name, fields, packageName.equals(another) ? "" : another, "");
    }

    /** Where to ask if this isn't the place. */
    Optional<CodePlace> next() {
        return other.isEmpty() ? Optional.empty() : Optional.of(new CodePlace(other, name, fields, "", packageName));
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

    /** Added to what X3 says of this place. */
    String hint() {
        return before.isEmpty() ? "" : " (nor has %s one)".formatted(before);
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
