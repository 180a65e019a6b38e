package org.counterpoint.bench;

/**
 * Random numbers of one thread, the same in every fork: Marsaglia's xorshift with a multiplication
 * (G. Marsaglia, "Xorshift RNGs", Journal of Statistical Software 8, 2003; S. Vigna, "An
 * experimental exploration of Marsaglia's xorshift generators, scrambled", ACM Transactions on
 * Mathematical Software 42, 2016).
 *
 * <p>Not {@code ThreadLocalRandom}, whose sequence nobody can choose.
 */
final class Draw {

  /** 2^64 over the golden ratio: what is added to the index before it is mixed. */
  private static final long STEP = 0x9E3779B97F4A7C15L;

  private static final double ULP = 0x1.0p-53;

  private long state = STEP;

  /** Begins the sequence of that thread, counted from 0. */
  void seed(int thread) {
    // The mixing of SplittableRandom, so that neighbours have nothing in common.
    long z = STEP * (thread + 1L);
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    state = (z ^ (z >>> 31)) | 1;
  }

  private long next() {
    long x = state;
    x ^= x >>> 12;
    x ^= x << 25;
    x ^= x >>> 27;
    state = x;
    return x * 0x2545F4914F6CDD1DL;
  }

  /** From 0 to {@code bound} − 1, each as likely as the others to within 2^−32. */
  int below(int bound) {
    return (int) (((next() >>> 32) * bound) >>> 32);
  }

  /** From 0 (not included) to 1. */
  double uniform() {
    return ((next() >>> 11) + 1) * ULP;
  }
}
