package org.almbridge;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.runtime.annotations.RegisterForReflection;
import org.almbridge.intake.UnresolvedRuleException;

/** The classes that only the YAML of the routes names, which a native build cannot see. */
@RegisterForReflection(targets = {Exception.class, JsonNode.class, UnresolvedRuleException.class})
final class NativeReflection {

    private NativeReflection() {}
}
