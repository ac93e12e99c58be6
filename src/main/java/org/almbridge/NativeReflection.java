package org.almbridge;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.runtime.annotations.RegisterForReflection;

/** The classes that only the YAML of the routes names, which a native build cannot see. */
@RegisterForReflection(targets = {Exception.class, JsonNode.class})
final class NativeReflection {

    private NativeReflection() {}
}
