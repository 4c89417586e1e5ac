package io.ledgerbridge.settings.binding;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.MessageInterpolator;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.util.Comparator;
import java.util.Locale;

/** Has Bean Validation check what was bound, and notes what it finds by the settings' names. */
final class Violations {

    private static final Validator VALIDATOR = Validation.byDefaultProvider()
            .configure()
            .ignoreXmlConfiguration()
            .messageInterpolator(new Messages())
            .buildValidatorFactory()
            .getValidator();

    /** Messages as they are written: {@link AllowedValue} fills them in, and no expression language has to be loaded. */
    private static final class Messages implements MessageInterpolator {

        @Override
        public String interpolate(String message, Context context) {
            return message;
        }

        @Override
        public String interpolate(String message, Context context, Locale locale) {
            return message;
        }
    }

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

    /** What is written as one value has its group's name. */
    private String written(String name, ViolatedSetting setting) {
        String group = name.substring(0, name.lastIndexOf('.'));
        return setting.isOfOrValue() && findings.isWhole(group) ? group : name;
    }

    private void note(ConstraintViolation<?> violation) {
        ViolatedSetting setting = new ViolatedSetting(violation);
        String name = written(root + setting.name(), setting);
        if (setting.isElement()) {
            String what = WrittenValue.quoted(String.valueOf(violation.getInvalidValue())) + " is not "
                    + AllowedValue.filledIn(
                            violation.getMessageTemplate(),
                            violation.getConstraintDescriptor().getAttributes());
            if (setting.isKey()) {
                findings.wrongKey(name, what);
            } else {
                findings.fault(name, what);
            }
            return;
        }
        AllowedValue allowed = AllowedValue.of(setting.field());
        if (violation.getInvalidValue() == null) {
            findings.missing(name, allowed);
        } else {
            findings.refuse(name, allowed);
        }
    }
}
