package io.ledgerbridge.settings.binding;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.lang.reflect.Field;
import java.util.Comparator;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
import org.springframework.boot.context.properties.bind.Name;
import org.springframework.util.ReflectionUtils;

/** Has Bean Validation look at what was bound, and notes what it finds by the settings' names. */
final class Violations {

    private static final Validator VALIDATOR =
            Validation.buildDefaultValidatorFactory().getValidator();

    private static final String KEY = "<map key>";

    private final String root;
    private final Findings findings;

    Violations(String root, Findings findings) {
        this.root = root;
        this.findings = findings;
    }

    void check(Object bound) {
        VALIDATOR.validate(bound).stream()
                .sorted(Comparator.comparing(each -> each.getPropertyPath().toString()))
                .forEach(this::note);
    }

    private void note(ConstraintViolation<?> violation) {
        String name = name(violation);
        Path.Node last = last(violation);
        if (last.getKind() == ElementKind.CONTAINER_ELEMENT) {
            String what = WrittenValue.quoted(String.valueOf(violation.getInvalidValue())) + " is not "
                    + AllowedValue.filledIn(
                            violation.getMessageTemplate(),
                            violation.getConstraintDescriptor().getAttributes());
            if (KEY.equals(last.getName())) {
                findings.wrongKey(name, what);
            } else {
                findings.fault(name, what);
            }
            return;
        }
        AllowedValue allowed = AllowedValue.of(field(violation));
        if (violation.getInvalidValue() == null) {
            findings.missing(name, allowed);
        } else {
            findings.refuse(name, allowed);
        }
    }

    private String name(ConstraintViolation<?> violation) {
        StringBuilder name = new StringBuilder(root);
        for (Path.Node node : violation.getPropertyPath()) {
            if (node.getKey() != null) {
                name.append(node.getKey() instanceof Integer place ? "[" + place + "]" : "." + node.getKey());
            }
            if (node.getIndex() != null) {
                name.append("[").append(node.getIndex()).append("]");
            }
            if (node.getKind() == ElementKind.PROPERTY) {
                name.append(".").append(node == last(violation) ? spelled(violation) : dashed(node.getName()));
            }
        }
        return name.toString();
    }

    private static String dashed(@Nullable String property) {
        return DataObjectPropertyName.toDashedForm(String.valueOf(property));
    }

    /** As it is named, where a setting has a name that Java keeps for itself. */
    private static String spelled(ConstraintViolation<?> violation) {
        Field field = field(violation);
        Name name = field.getAnnotation(Name.class);
        return name == null ? dashed(field.getName()) : name.value();
    }

    private static Field field(ConstraintViolation<?> violation) {
        String name = String.valueOf(last(violation).getName());
        return Objects.requireNonNull(
                ReflectionUtils.findField(violation.getLeafBean().getClass(), name));
    }

    private static Path.Node last(ConstraintViolation<?> violation) {
        return StreamSupport.stream(violation.getPropertyPath().spliterator(), false)
                .reduce((node, next) -> next)
                .orElseThrow();
    }
}
