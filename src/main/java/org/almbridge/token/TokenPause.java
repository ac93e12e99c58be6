package org.almbridge.token;

/** Whether dispatch is paused because ALM accepts no access token. */
public interface TokenPause {

    boolean isOn();
}
