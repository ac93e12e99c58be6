package org.almbridge.support;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;

/** A mailbox that is read by IMAP. */
public final class Mailbox {

    private static final String ADDRESS = "hr-mailbox@example.com";
    private static final String PASSWORD = "mailbox-secret-77a0";

    private final GreenMail server = new GreenMail(new ServerSetup(0, "localhost", ServerSetup.PROTOCOL_IMAP));
    private final GreenMailUser user;

    Mailbox() {
        server.start();
        user = server.setUser(ADDRESS, PASSWORD);
    }

    String uri() {
        return "imap:localhost:" + server.getImap().getPort() + "?username=" + ADDRESS + "&password=RAW(" + PASSWORD
                + ")&delete=true&initialDelay=100&delay=200";
    }

    public void receive(String text) {
        user.deliver(GreenMailUtil.createTextEmail(
                ADDRESS, "hr@example.com", "New people", text, server.getImap().getServerSetup()));
    }

    public boolean isEmpty() {
        return server.getReceivedMessages().length == 0;
    }

    void stop() {
        server.stop();
    }
}
