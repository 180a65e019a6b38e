package org.counterpoint.analysis.report;

/**
 * A count that was not the number of increments performed: a proof by itself, whatever the noise.
 *
 * @param damage what was expected and found, and where
 */
record LostUpdate(Contender contender, String damage) implements Proof {}
