package org.almbridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class PrivateFileTest {

    @TempDir
    private Path directory;

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void isForItsOwnerAlone() throws IOException {
        Path file = PrivateFile.write(directory.resolve("token").toString(), "r3fresh");

        assertThat(file).hasContent("r3fresh");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void doesNotWriteIntoAFileThatIsThere() throws IOException {
        String name = Files.createFile(directory.resolve("token")).toString();

        assertThatThrownBy(() -> PrivateFile.write(name, "r3fresh")).isInstanceOf(FileAlreadyExistsException.class);
    }
}
