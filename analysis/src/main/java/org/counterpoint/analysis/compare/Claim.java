package org.counterpoint.analysis.compare;

/** What a verdict is about, and what a difference between the sides may spoil. */
public enum Claim {
  THROUGHPUT("throughput"),
  SERVICE_TIME("service time"),
  ALLOCATION("allocation");

  private final String words;

  Claim(String words) {
    this.words = words;
  }

  /** Its name in a sentence. */
  public String words() {
    return words;
  }
}
