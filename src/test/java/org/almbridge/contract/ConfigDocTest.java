package org.almbridge.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.WithDefault;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.almbridge.BridgeConfig;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every key is where an operator looks for it, with the default it really has. */
class ConfigDocTest {

    static Stream<Map.Entry<String, String>> keys() {
        Map<String, String> keys = new TreeMap<>();
        collect("bridge.", BridgeConfig.class, keys);
        return keys.entrySet().stream();
    }

    private static void collect(String prefix, Class<?> group, Map<String, String> keys) {
        for (Method method : group.getDeclaredMethods()) {
            if (method.isDefault() || method.isSynthetic()) {
                continue;
            }
            String key = prefix + kebab(method.getName());
            Class<?> type = method.getReturnType();
            if (type == Map.class) {
                Type value = ((ParameterizedType) method.getGenericReturnType()).getActualTypeArguments()[1];
                if (value instanceof Class<?> rule) {
                    collect(key + (key.endsWith(".keys") ? ".<name>." : ".<rule>."), rule, keys);
                }
            } else if (type.isInterface() && type.getEnclosingClass() == BridgeConfig.class) {
                collect(key + ".", type, keys);
            } else {
                WithDefault withDefault = method.getAnnotation(WithDefault.class);
                keys.put(key, withDefault == null ? "" : withDefault.value());
            }
        }
    }

    private static String kebab(String name) {
        return name.replaceAll("([A-Z])", "-$1").toLowerCase();
    }

    @ParameterizedTest
    @MethodSource("keys")
    void isInApplicationProperties(Map.Entry<String, String> key) throws IOException {
        String line = Files.readAllLines(Path.of("application.properties")).stream()
                .map(text -> text.replaceFirst("^# ", ""))
                .filter(text -> text.matches("\\Q" + key.getKey() + "\\E( .*)?"))
                .findFirst()
                .orElse("");
        assertThat(line)
                .as("line of %s in application.properties", key.getKey())
                .isNotEmpty();
        if (!key.getValue().isEmpty()) {
            assertThat(line).isEqualTo(key.getKey() + " = " + key.getValue());
        }
    }

    @ParameterizedTest
    @MethodSource("keys")
    void isInTheDocumentation(Map.Entry<String, String> key) throws IOException {
        String row = Arrays.stream(
                        Files.readString(Path.of("docs/configuration.md")).split("\n"))
                .filter(line -> line.contains("`" + key.getKey() + "`"))
                .findFirst()
                .orElse("");
        assertThat(row)
                .as("row of %s in docs/configuration.md", key.getKey())
                .isNotEmpty()
                .contains(key.getValue());
    }
}
