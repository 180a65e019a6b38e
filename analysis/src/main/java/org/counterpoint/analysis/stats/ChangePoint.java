package org.counterpoint.analysis.stats;

/**
 * A lasting change in a series.
 *
 * @param place the first run of the new level, from 0
 * @param ratio of the new level over the one before, up to the changes next to it; its error allows
 *     for runs that resemble the one before
 */
public record ChangePoint(int place, LogRatio ratio) {}
