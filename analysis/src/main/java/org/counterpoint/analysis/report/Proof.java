package org.counterpoint.analysis.report;

/** What a finding stands on; without one there is none. */
sealed interface Proof permits Proven, LostUpdate {}
