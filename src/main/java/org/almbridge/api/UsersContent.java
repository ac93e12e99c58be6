package org.almbridge.api;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.List;

/** Makes the JSON of one person into that of several, which is what is read. */
final class UsersContent {

    private UsersContent() {}

    /** @return how the people stood in the content as it was sent */
    static UsersShape asArray(Path content) throws IOException {
        UsersShape shape = UsersShape.of(content);
        if (shape == UsersShape.ONE) {
            wrap(content);
        }
        return shape;
    }

    private static void wrap(Path content) throws IOException {
        Path wrapped = content.resolveSibling(content.getFileName() + ".one");
        try (InputStream array = new SequenceInputStream(
                Collections.enumeration(List.of(bytes("["), Files.newInputStream(content), bytes("]"))))) {
            Files.copy(array, wrapped);
        }
        Files.move(wrapped, content, StandardCopyOption.REPLACE_EXISTING);
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII));
    }
}
