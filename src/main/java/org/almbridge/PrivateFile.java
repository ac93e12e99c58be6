package org.almbridge;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** A file for secrets or people's data: where the file system knows rights, its owner alone may read it. */
public final class PrivateFile {

    private PrivateFile() {}

    /** @throws IOException when it cannot be made, or is there already */
    public static Path create(Path file) throws IOException {
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        FileAttribute<?>[] rights = posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
        return Files.createFile(file, rights);
    }

    /** @throws IOException when it cannot be written, or is there already */
    public static Path write(String name, String secret) throws IOException {
        return Files.writeString(create(Path.of(name)), secret);
    }
}
