package org.counterpoint.sharing;

import java.util.function.Consumer;
import org.jctools.queues.atomic.MpscAtomicArrayQueue;

/** The mailboxes under the tests of {@link Channel}. */
enum ChannelKind {

  /** The mailbox as it is. */
  AS_IT_IS {
    @Override
    MpscAtomicArrayQueue<Object> mailbox(int capacity) {
      return new MpscAtomicArrayQueue<>(capacity);
    }
  },

  /** Broken: must be caught by all tests of two senders. */
  RACY {
    @Override
    MpscAtomicArrayQueue<Object> mailbox(int capacity) {
      return new RacyMailbox(capacity);
    }
  };

  private static final ChannelKind SUBJECT = valueOf(Subject.name(AS_IT_IS));

  abstract MpscAtomicArrayQueue<Object> mailbox(int capacity);

  /** A channel with the mailbox that this JVM's tests are run on. */
  static Channel<Integer> channel(int capacity, Consumer<Integer> handler) {
    return new Channel<>("stressed", SUBJECT.mailbox(capacity), handler, message -> {});
  }
}
