package org.almbridge;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.io.IOException;
import org.almbridge.intake.UnresolvedRuleException;
import org.almbridge.ledger.LeaseLostException;
import org.almbridge.source.rest.PageUnusableException;
import org.apache.camel.component.file.GenericFileOperationFailedException;

/** The classes that only the YAML of the routes names, which a native build cannot see. */
@RegisterForReflection(
        targets = {
            Exception.class,
            GenericFileOperationFailedException.class,
            IOException.class,
            JsonNode.class,
            LeaseLostException.class,
            PageUnusableException.class,
            UnresolvedRuleException.class
        })
final class NativeReflection {

    private NativeReflection() {}
}
