package org.counterpoint.analysis.model;

/**
 * When one fork ran, measured or failed, and what went on beside it.
 *
 * @param jdk the label of its JDK
 * @param block which block of the run it belongs to, from 0
 * @param startSeconds since the start of the run's first fork
 * @param seconds of wall time, start of the JVM included
 */
public record Watched(
    Cell cell, String jdk, int block, double startSeconds, double seconds, Noise noise) {}
