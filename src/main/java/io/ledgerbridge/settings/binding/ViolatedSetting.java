package io.ledgerbridge.settings.binding;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import java.lang.reflect.Field;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
import org.springframework.boot.context.properties.bind.Name;
import org.springframework.util.ReflectionUtils;

/** Which setting it is whose constraint Bean Validation has found violated. */
record ViolatedSetting(ConstraintViolation<?> violation) {

    /** Whether it is a key or a value of a map, or an element of a list. */
    boolean isElement() {
        return last().getKind() == ElementKind.CONTAINER_ELEMENT;
    }

    boolean isKey() {
        return "<map key>".equals(last().getName());
    }

    /** Whether it is in a group that can be given as one value. */
    boolean isOfOrValue() {
        return violation.getLeafBean() != null
                && violation.getLeafBean().getClass().isAnnotationPresent(OrValue.class);
    }

    /** Its name below the root: {@code .stores.us.sage-x3.url}. */
    String name() {
        StringBuilder name = new StringBuilder();
        for (Path.Node node : violation.getPropertyPath()) {
            if (node.getKey() != null) {
                name.append(node.getKey() instanceof Integer place ? "[" + place + "]" : "." + node.getKey());
            }
            if (node.getIndex() != null) {
                name.append("[").append(node.getIndex()).append("]");
            }
            if (node.getKind() == ElementKind.PROPERTY) {
                name.append(".").append(node == last() ? spelled(field()) : dashed(String.valueOf(node.getName())));
            }
        }
        return name.toString();
    }

    /** As it is named, where a setting has a name that Java keeps for itself. */
    private static String spelled(Field field) {
        Name name = field.getAnnotation(Name.class);
        return name == null ? dashed(field.getName()) : name.value();
    }

    private static String dashed(String property) {
        return DataObjectPropertyName.toDashedForm(property);
    }

    Field field() {
        return Objects.requireNonNull(
                ReflectionUtils.findField(violation.getLeafBean().getClass(), String.valueOf(last().getName())));
    }

    private Path.Node last() {
        return StreamSupport.stream(violation.getPropertyPath().spliterator(), false)
                .reduce((node, next) -> next)
                .orElseThrow();
    }
}
