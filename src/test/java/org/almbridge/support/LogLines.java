package org.almbridge.support;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** What the bridge logs, as an operator would read it. */
public final class LogLines extends Handler {

    private final Formatter formatter = new SimpleFormatter();
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final Logger logger;

    public LogLines(String category) {
        logger = Logger.getLogger(category);
    }

    public void start() {
        logger.addHandler(this);
    }

    public void stop() {
        logger.removeHandler(this);
    }

    public List<String> lines() {
        return lines;
    }

    @Override
    public void publish(LogRecord line) {
        lines.add(line.getLoggerName() + " " + formatter.formatMessage(line)
                + (line.getThrown() == null ? "" : " " + line.getThrown()));
    }

    @Override
    public void flush() {
        // lines are kept as they come
    }

    @Override
    public void close() {
        stop();
    }
}
