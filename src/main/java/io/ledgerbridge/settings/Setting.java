package io.ledgerbridge.settings;

import org.jspecify.annotations.Nullable;

/**
 * One setting as it was found.
 *
 * @param value none where it is missing, or wrong, which its group has noted
 */
record Setting<T>(
        SettingsGroup group,
        String name,
        SettingKind<T> kind,
        @Nullable T value) {

    boolean isThere() {
        return value != null;
    }

    /** The value. That there is none is a fault, and what is given then nobody sees, since the start stops. */
    T required() {
        if (value == null) {
            group.missing(name, kind);
        }
        return or(kind.standIn());
    }

    T or(T standard) {
        return value == null ? standard : value;
    }

    @Nullable
    T orNull() {
        return value;
    }

    /** Notes that the value is missing, if it is: a fault, unless it is a secret, which may have been stored. */
    void needed() {
        if (kind.form() == SettingKind.Form.SECRET) {
            orStored();
        } else {
            required();
        }
    }

    /** The secret. That there is none is no fault, since PUT credentials may have stored it. */
    @Nullable
    T orStored() {
        if (value == null) {
            group.warn(name, "is missing, and is needed unless it has been stored with PUT credentials");
        }
        return value;
    }
}
