package org.counterpoint.experiment.jdks;

import org.counterpoint.analysis.jmh.Blackhole;

/**
 * It runs, and its measurements can stand beside those of the JVM that hosts JMH.
 *
 * @param blackhole JMH's mode on it
 */
record Usable(Identity identity, Blackhole blackhole) implements Verdict {}
