package io.ledgerbridge.settings;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Settings as they stand in a file, by their full names. */
final class WrittenSettings {

    private WrittenSettings() {}

    /** Names each value as Spring does with a YAML file: {@code tenders[0].account}. */
    static void flatten(String name, @Nullable Object written, Map<String, Object> flat) {
        if (written instanceof Map<?, ?> map && !map.isEmpty()) {
            map.forEach((key, value) -> flatten(below(name, String.valueOf(key)), value, flat));
        } else if (written instanceof List<?> list && !list.isEmpty()) {
            for (int place = 0; place < list.size(); place++) {
                flatten("%s[%d]".formatted(name, place), list.get(place), flat);
            }
        } else {
            boolean isEmpty = written == null || written instanceof Map || written instanceof List;
            flat.put(name, isEmpty ? "" : written);
        }
    }

    private static String below(String name, String key) {
        return key.startsWith("[") ? name + key : name + "." + key;
    }
}
