package org.almbridge.source;

import com.jcraft.jsch.ChannelSftp;
import com.jcraft.jsch.JSchChangedHostKeyException;
import com.jcraft.jsch.JSchHostKeyException;
import com.jcraft.jsch.SftpException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Set;
import org.apache.camel.util.ObjectHelper;

/** Puts into words why a server could not be used, and what to do about it. */
final class SftpReason {

    private static final Set<Integer> ABOUT_THE_FOLDER =
            Set.of(ChannelSftp.SSH_FX_NO_SUCH_FILE, ChannelSftp.SSH_FX_PERMISSION_DENIED);

    private SftpReason() {}

    /** The server's key is not the one that is known: nothing but a person may go on from here. */
    static boolean isWrongKey(Throwable failure) {
        return ObjectHelper.getException(JSchHostKeyException.class, failure) != null;
    }

    /** The reason and the remedy. */
    static String advice(Throwable failure, SftpServer server) {
        if (isWrongKey(failure)) {
            return wrongKey(failure, server);
        }
        String text = Reason.firstLine(Reason.root(failure));
        if (text.startsWith("Auth ") || text.startsWith("Too many authentication")) {
            return "refuses the login of " + server.username() + " (" + text
                    + "): check username and password or privateKeyFile";
        }
        SftpException answer = ObjectHelper.getException(SftpException.class, failure);
        if (answer != null && ABOUT_THE_FOLDER.contains(answer.id)) {
            return "does not show the folder " + server.directory() + " (" + text
                    + "): check directory, which is counted from the folder where the login begins, and its rights";
        }
        if (isUnreachable(failure) || text.startsWith("timeout")) {
            return "cannot be reached (" + text + "): check host, port, the network and whether the server runs";
        }
        return "fails (" + text + "): ask the server's owner when this lasts";
    }

    private static boolean isUnreachable(Throwable failure) {
        return ObjectHelper.getException(ConnectException.class, failure) != null
                || ObjectHelper.getException(UnknownHostException.class, failure) != null
                || ObjectHelper.getException(SocketTimeoutException.class, failure) != null;
    }

    private static String wrongKey(Throwable failure, SftpServer server) {
        boolean changed = ObjectHelper.getException(JSchChangedHostKeyException.class, failure) != null;
        return (changed
                        ? "shows a key that is not the one in " + server.knownHostsFile()
                                + ": somebody may stand between, or the key was changed"
                        : "shows a key that " + server.knownHostsFile() + " does not know")
                + ". Fetch it with 'ssh-keyscan -p " + server.port() + " " + server.host()
                + "', compare its fingerprint (ssh-keygen -lf) with the one that the server's owner gives, and only then "
                + (changed ? "replace the line in " : "add the line to ") + server.knownHostsFile();
    }
}
