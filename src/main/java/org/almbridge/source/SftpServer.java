package org.almbridge.source;

import org.apache.camel.Endpoint;
import org.apache.camel.component.file.remote.SftpConfiguration;
import org.apache.camel.component.file.remote.SftpEndpoint;

/** Is the server of one source, as far as a message may name it. */
record SftpServer(String host, int port, String username, String directory, String knownHostsFile) {

    static SftpServer of(Endpoint endpoint) {
        SftpConfiguration configuration = ((SftpEndpoint) endpoint).getConfiguration();
        return new SftpServer(
                configuration.getHost(),
                configuration.getPort(),
                configuration.getUsername(),
                configuration.getDirectory(),
                configuration.getKnownHostsFile());
    }

    String address() {
        return host + ":" + port;
    }
}
