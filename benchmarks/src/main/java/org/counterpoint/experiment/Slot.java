package org.counterpoint.experiment;

import org.counterpoint.analysis.model.Cell;

/**
 * One fork's place in the order of a run.
 *
 * @param sequence position in the run, from 1
 * @param block from 0
 * @param jdk the label of the JDK that runs it
 */
public record Slot(int sequence, int block, String jdk, Cell cell) {}
