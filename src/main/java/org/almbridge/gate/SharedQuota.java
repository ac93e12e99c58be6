package org.almbridge.gate;

/** The quota that several bridges draw from. */
interface SharedQuota {

    /**
     * Blocks while the quota's database is asked.
     *
     * @throws RuntimeException when it does not answer
     */
    Grant draw(String verb, Ask ask);
}
