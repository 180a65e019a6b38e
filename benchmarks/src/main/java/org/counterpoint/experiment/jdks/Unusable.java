package org.counterpoint.experiment.jdks;

/**
 * It can't be measured.
 *
 * @param reason in words, to stand behind the name of the JDK
 */
record Unusable(Why why, String reason) implements Verdict {

  /** The kinds of reasons, in the order in which they are looked for. */
  enum Why {
    /** There is no such folder, or no way into it. */
    MISSING,
    /** A folder without {@code bin/java}. */
    NO_JAVA,
    /** Older than this code runs on. */
    TOO_OLD,
    NOT_EXECUTABLE,
    /** Built for another processor than the JVM that hosts JMH; even if emulation could run it. */
    OTHER_ARCHITECTURE,
    /** Its {@code java} was still busy with a simple question when the time was up. */
    NO_ANSWER,
    /** Its {@code java} doesn't start, fails, or says what can't be. */
    BROKEN,
    /** JMH would measure with a blackhole mode that is not this JDK's own. */
    OTHER_BLACKHOLE
  }
}
