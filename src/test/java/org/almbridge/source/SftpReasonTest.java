package org.almbridge.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.jcraft.jsch.ChannelSftp;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.SftpException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.stream.Stream;
import org.apache.camel.component.file.GenericFileOperationFailedException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The keys that are wrong are in SftpSourceTest: only a real server shows one. */
class SftpReasonTest {

    private static final SftpServer SERVER = new SftpServer("sftp.example.com", 22, "hr", "outbox", "known_hosts");

    static Stream<Arguments> failures() {
        return Stream.of(
                arguments(
                        new JSchException("x", new ConnectException("Connection refused")),
                        "cannot be reached",
                        "host"),
                arguments(
                        new JSchException("x", new UnknownHostException("nowhere")),
                        "cannot be reached (nowhere)",
                        "host"),
                arguments(new JSchException("x", new SocketTimeoutException("late")), "cannot be reached", "host"),
                arguments(new JSchException("timeout: socket is not established"), "cannot be reached", "host"),
                arguments(new JSchException("Auth fail for methods 'password'"), "refuses the login of hr", "password"),
                arguments(answer(ChannelSftp.SSH_FX_NO_SUCH_FILE), "does not show the folder outbox", "directory"),
                arguments(answer(ChannelSftp.SSH_FX_PERMISSION_DENIED), "does not show the folder outbox", "rights"),
                arguments(answer(ChannelSftp.SSH_FX_FAILURE), "fails (no)", "owner"),
                arguments(new IOException("Pipe closed"), "fails (Pipe closed)", "owner"));
    }

    private static SftpException answer(int id) {
        return new SftpException(id, "no");
    }

    @ParameterizedTest
    @MethodSource("failures")
    void namesReasonAndRemedy(Exception cause, String reason, String remedy) {
        assertThat(SftpReason.advice(new GenericFileOperationFailedException("Cannot connect", cause), SERVER))
                .startsWith(reason)
                .contains(remedy);
    }
}
