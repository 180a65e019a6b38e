package org.counterpoint.sharing;

import java.util.concurrent.atomic.AtomicLong;

/**
 * A plain field under a ticket lock (J. Mellor-Crummey and M. Scott, 1991): first come, first
 * served, by a number drawn and a number shown. Whoever is next in turn spins briefly; the others,
 * and the next one after a while, yield their processor, since with more threads than processors
 * the one whose turn it is may have none. It never parks, so that a wait burns time, and under
 * oversubscription each turn may cost a switch of threads: it is here to show that price.
 */
final class TicketLockCounter implements SharedCounter {

  private final AtomicLong drawn = new AtomicLong();
  private final AtomicLong shown = new AtomicLong();
  private long count;

  @Override
  public void increment() {
    long ticket = lock();
    count++;
    unlock(ticket);
  }

  @Override
  public long value() {
    long ticket = lock();
    long seen = count;
    unlock(ticket);
    return seen;
  }

  // To yield is what this lock does instead of parking; it is right without, only slower.
  @SuppressWarnings("ThreadPriorityCheck")
  private long lock() {
    long ticket = drawn.getAndIncrement();
    int looks = 0;
    while (true) {
      long before = ticket - shown.getAcquire();
      if (before == 0) {
        return ticket;
      }
      if (before == 1 && looks++ < Spin.LOOKS) {
        Thread.onSpinWait();
      } else {
        Thread.yield();
      }
    }
  }

  private void unlock(long ticket) {
    shown.setRelease(ticket + 1);
  }
}
