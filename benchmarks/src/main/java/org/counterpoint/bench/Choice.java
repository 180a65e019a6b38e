package org.counterpoint.bench;

import java.util.Arrays;

/** Which of many counters a thread takes next. */
public enum Choice {
  /** Each as likely as the others. */
  UNIFORM {
    @Override
    double weight(int rank) {
      return 1;
    }
  },

  /**
   * Few are wanted often and many seldom: the one of rank r in proportion to 1/r, which is Zipf's
   * law with an exponent of 1.
   */
  ZIPF {
    @Override
    double weight(int rank) {
      return 1.0 / rank;
    }
  },

  /** Each thread has one that no other thread takes, as long as there are enough. */
  OWN {
    @Override
    double weight(int rank) {
      return 1;
    }

    @Override
    void fill(short[] order, int counters, int thread) {
      Arrays.fill(order, (short) (thread % counters));
    }
  };

  /** In proportion to which the counter of that rank, from 1, is taken. */
  abstract double weight(int rank);

  /**
   * Draws one after the other, as that thread takes them.
   *
   * @param counters how many there are
   * @param thread counted from 0
   */
  void fill(short[] order, int counters, int thread) {
    double[] upTo = new double[counters];
    double sum = 0;
    for (int i = 0; i < counters; i++) {
      sum += weight(i + 1);
      upTo[i] = sum;
    }
    Draw draw = new Draw();
    draw.seed(thread);
    for (int i = 0; i < order.length; i++) {
      int at = Arrays.binarySearch(upTo, sum * draw.uniform());
      order[i] = (short) Math.min(counters - 1, at < 0 ? -at - 1 : at);
    }
  }
}
