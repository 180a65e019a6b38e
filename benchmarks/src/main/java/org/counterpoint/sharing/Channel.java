package org.counterpoint.sharing;

import java.lang.invoke.VarHandle;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jctools.queues.atomic.MpscAtomicArrayQueue;
import org.jspecify.annotations.Nullable;

/**
 * A bounded mailbox, and the one thread that owns what its messages are applied to.
 *
 * <p><b>Order.</b> The messages of one sender are applied in the order in which it sent them.
 *
 * <p><b>Back-pressure.</b> Whoever sends into a full mailbox waits: it spins briefly, then parks.
 * Nothing is dropped.
 *
 * <p><b>Memory effects.</b> What a thread did before it sent a message happens-before the handler's
 * work on it; the handler's work happens-before {@link #close()} returns.
 *
 * <p><b>Closing.</b> Every message whose {@link #send} returned normally has been applied when
 * {@link #close()} returns. A send that begins later, or that waits for room meanwhile, throws
 * {@link IllegalStateException}, and its message is not applied.
 *
 * <p><b>Failure.</b> If the handler throws, the channel closes itself: no further message is
 * applied; those in the mailbox are given to the second handler, which may tell somebody who waits
 * for them; later sends and {@link #close()} throw {@link IllegalStateException} with that failure
 * as the cause.
 *
 * <p>The owner is a daemon thread that spins briefly for mail, then parks, until the channel is
 * closed; a channel that is never closed keeps its thread.
 */
public final class Channel<M> implements AutoCloseable {

  // No message: fills the mailbox when it is closed.
  private static final Object SEAL = new Object();

  private final Consumer<? super M> handler;
  private final Consumer<? super M> discarded;
  // The same algorithm as MpscArrayQueue, without sun.misc.Unsafe, which newer JDKs take away.
  private final MpscAtomicArrayQueue<Object> mailbox;
  private final WaitQueue senders = new WaitQueue();
  private final Thread owner;
  private final Waiter ownerAsWaiter;

  private volatile boolean closing;
  private volatile @Nullable Throwable failure;

  /** As the longer form; messages that a failure leaves in the mailbox are dropped. */
  public Channel(String name, int capacity, Consumer<? super M> handler) {
    this(name, capacity, handler, message -> {});
  }

  /**
   * Starts the owner.
   *
   * @param name of its thread
   * @param capacity of the mailbox, rounded up to a power of two
   * @param handler applies a message; called by the owner only
   * @param discarded gets each message that was accepted, but not applied since the handler had
   *     failed; called by the owner only
   */
  public Channel(
      String name, int capacity, Consumer<? super M> handler, Consumer<? super M> discarded) {
    this(name, mailbox(capacity), handler, discarded);
  }

  Channel(
      String name,
      MpscAtomicArrayQueue<Object> mailbox,
      Consumer<? super M> handler,
      Consumer<? super M> discarded) {
    this.mailbox = mailbox;
    this.handler = Objects.requireNonNull(handler, "handler");
    this.discarded = Objects.requireNonNull(discarded, "discarded");
    owner = new Thread(this::run, name);
    owner.setDaemon(true);
    ownerAsWaiter = new Waiter(owner);
    owner.start();
  }

  private static MpscAtomicArrayQueue<Object> mailbox(int capacity) {
    if (capacity < 1) {
      throw new IllegalArgumentException("a mailbox of " + capacity + " messages");
    }
    return new MpscAtomicArrayQueue<>(capacity);
  }

  /**
   * Puts a message into the mailbox, and waits while it is full. An interrupt doesn't end the wait;
   * it is kept.
   *
   * @throws IllegalStateException if the channel is closed or its handler failed; if the handler
   *     itself sends, and the mailbox is full: it would wait for itself
   */
  public void send(M message) {
    if (!sendUnlessClosed(message)) {
      throw refusal();
    }
  }

  /**
   * Has every accepted message applied, and waits until the owner has ended; closing again only
   * waits. Called by the handler, it doesn't wait: the owner ends when the mailbox is empty. An
   * interrupt doesn't end the wait; it is kept.
   *
   * @throws IllegalStateException if the handler failed
   */
  @Override
  public void close() {
    closing = true;
    LockSupport.unpark(owner);
    senders.wakeAll();
    if (Thread.currentThread() == owner) {
      return;
    }
    awaitEnd();
    if (failure != null) {
      throw refusal();
    }
  }

  /** As {@link #send}, but tells by false that the channel is closed or failed. */
  boolean sendUnlessClosed(M message) {
    Objects.requireNonNull(message, "message");
    if (closing) {
      return false;
    }
    if (!mailbox.offer(message) && !offerWhenThereIsRoom(message)) {
      return false;
    }
    // The owner announces that it parks, then looks at the producers' index, which offer has moved
    // by a compare-and-set: see Waiter for why one of the two sees the other.
    ownerAsWaiter.wake();
    return true;
  }

  private boolean offerWhenThereIsRoom(M message) {
    if (Thread.currentThread() == owner) {
      throw new IllegalStateException(
          "the handler of " + owner.getName() + " sends into its own full mailbox");
    }
    for (int look = 0; look < Spin.LOOKS; look++) {
      if (closing) {
        return false;
      }
      if (mailbox.offer(message)) {
        return true;
      }
      Thread.onSpinWait();
    }
    return offerParked(message);
  }

  private boolean offerParked(M message) {
    Waiter sender = new Waiter(Thread.currentThread());
    boolean interrupted = false;
    senders.add(sender);
    try {
      while (true) {
        sender.announce();
        // With the owner's fence in letSendersIn: it makes room by a store that orders nothing
        // after it, so that volatile accesses on this side alone would not do.
        VarHandle.fullFence();
        if (closing) {
          return false;
        }
        if (mailbox.offer(message)) {
          return true;
        }
        LockSupport.park(this);
        sender.awake();
        interrupted |= Thread.interrupted();
      }
    } finally {
      senders.remove(sender);
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private void run() {
    // Half a mailbox: senders that wait are let in while there is still work for the owner.
    int batch = Math.max(1, mailbox.capacity() / 2);
    int idle = 0;
    while (!closing) {
      if (mailbox.drain(this::settle, batch) > 0) {
        letSendersIn();
        idle = 0;
      } else if (idle++ < Spin.LOOKS) {
        Thread.onSpinWait();
      } else {
        awaitMail();
        idle = 0;
      }
    }
    seal();
    letSendersIn();
  }

  private void awaitMail() {
    ownerAsWaiter.announce();
    if (mailbox.isEmpty() && !closing) {
      LockSupport.park(this);
    }
    ownerAsWaiter.awake();
    // An interrupt would keep the owner from parking ever again; it has no meaning here.
    Thread.interrupted();
  }

  private void letSendersIn() {
    VarHandle.fullFence();
    if (!senders.isEmpty()) {
      senders.wakeAll();
    }
  }

  // A sender may have seen an open channel and not have offered yet. So the owner fills the mailbox
  // and keeps it full: each message that it takes out makes room for one, its own seal or that of
  // such a sender, whose message it then meets in turn. When seals have gone in as often in a row
  // as
  // the mailbox is long, there is nothing else in it, and nothing can get in any more. Each sender
  // can be in between only once, so this ends.
  private void seal() {
    boolean room = true;
    while (room) {
      room = mailbox.offer(SEAL);
    }
    int seals = 0;
    while (seals < mailbox.capacity()) {
      Object next = mailbox.poll();
      seals = mailbox.offer(SEAL) ? seals + 1 : 0;
      if (next != SEAL) {
        settle(next);
      }
    }
  }

  private void settle(Object letter) {
    // Only seals and messages are ever offered, and seals are not given to this.
    @SuppressWarnings("unchecked")
    M message = (M) letter;
    try {
      if (failure == null) {
        handler.accept(message);
      } else {
        discarded.accept(message);
      }
    } catch (Throwable thrown) {
      fail(thrown);
    }
  }

  private void fail(Throwable thrown) {
    if (failure == null) {
      failure = thrown;
      closing = true;
    } else if (failure != thrown) {
      failure.addSuppressed(thrown);
    }
  }

  private IllegalStateException refusal() {
    Throwable cause = failure;
    return cause == null
        ? new IllegalStateException("the channel " + owner.getName() + " is closed")
        : new IllegalStateException(
            "the handler of the channel " + owner.getName() + " failed: " + cause, cause);
  }

  private void awaitEnd() {
    boolean interrupted = false;
    while (true) {
      try {
        owner.join();
        break;
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
