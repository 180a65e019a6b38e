package org.counterpoint.experiment.jdks;

/** Whether a JDK can be measured. */
sealed interface Verdict permits Usable, Unusable {}
