package org.counterpoint.analysis.report;

import org.counterpoint.analysis.model.Jdk;
import org.counterpoint.analysis.model.JvmVariant;
import org.counterpoint.analysis.model.Mode;
import org.counterpoint.analysis.model.Unit;
import org.counterpoint.analysis.stats.Estimate;

/** A benchmark that measures no contender but the instrument: shown, never ranked. */
record Control(
    String name, Jdk jdk, JvmVariant jvm, Mode mode, int threads, Unit unit, Estimate estimate) {}
