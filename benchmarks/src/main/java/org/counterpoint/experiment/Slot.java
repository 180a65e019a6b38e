package org.counterpoint.experiment;

import org.counterpoint.analysis.model.Cell;

/**
 * One fork's place in the order of a run.
 *
 * @param sequence position in the run, from 1
 * @param block from 0
 */
public record Slot(int sequence, int block, Cell cell) {}
