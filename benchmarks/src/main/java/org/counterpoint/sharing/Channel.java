package org.counterpoint.sharing;

import java.lang.invoke.VarHandle;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jctools.queues.atomic.MpscAtomicArrayQueue;
import org.jspecify.annotations.Nullable;

/**
 * A bounded mailbox, and the one thread that owns what its messages are applied to.
 *
 * <p><b>Lanes.</b> Whoever sends often gets a {@link Lane} of its own, which no other sender
 * writes; the others share one queue. See {@link Lanes} for who gets one, and how many there are.
 *
 * <p><b>Order.</b> The messages of one sender are applied in the order in which it sent them; the
 * owner opens a lane only when what its sender had put into the shared queue is applied. Between
 * senders there is no order, except for messages sent by {@link #sendAfterAll}, which what its
 * sender sends later may overtake.
 *
 * <p><b>Bound.</b> The shared queue and each lane hold up to the capacity, so that it all holds at
 * most (lanes + 1) × capacity messages, however many threads send.
 *
 * <p><b>Back-pressure.</b> Whoever sends into a full queue or lane waits: it spins briefly, then
 * parks. Nothing is dropped.
 *
 * <p><b>Batches.</b> An owner that looks for mail as fast as it can takes from each sender the
 * cache line that it is just writing, and gets a few messages for it. So, where lanes are long, an
 * owner that found one with more than one message in it, whose sender therefore doesn't wait for an
 * answer, but not with many, naps before it looks again: for 50 µs, and as long as the system's
 * timer makes of it, a fraction of the time that it takes a sender to fill its lane. A sender that
 * waits for room, and a message that waits for all others, end a nap that has begun; any other
 * message may have to lie so long while somebody streams.
 *
 * <p><b>Memory effects.</b> What a thread did before it sent a message happens-before the handler's
 * work on it; the handler's work happens-before {@link #close()} returns.
 *
 * <p><b>No wake-up is lost.</b> A sender stores its message by a volatile store or a
 * compare-and-set, then looks whether the owner has announced to park; the owner announces, then
 * looks for messages, all volatile: see {@link Waiter} for why one of the two sees the other. That
 * store is the only ordered one that a message costs, and what the sender then reads is written
 * only when the owner parks or the channel closes. Naps have no part in this: whoever naps has not
 * announced to park, and looks for mail when it wakes, by whatever cause.
 *
 * <p><b>Closing.</b> Every message whose {@link #send} returned normally has been applied when
 * {@link #close()} returns. A send that begins later, or that waits for room meanwhile, throws
 * {@link IllegalStateException}, and its message is not applied. The look at whether the channel is
 * closing comes after the message's volatile store, so that a sender that sees an open channel has
 * put its message in before the owner's last look; one that sees it closing agrees with the owner
 * on the end of the lane (see {@link Lane}). No sender waits for the handler because the channel
 * closes: the handler may wait for what a sender holds.
 *
 * <p><b>Failure.</b> If the handler throws, the channel closes itself: no further message is
 * applied; those in the mailbox are given to the second handler, which may tell somebody who waits
 * for them; later sends and {@link #close()} throw {@link IllegalStateException} with that failure
 * as the cause.
 *
 * <p>The owner is a daemon thread that spins briefly for mail, yields a few times, then parks,
 * until the channel is closed; a channel that is never closed keeps its thread.
 */
public final class Channel<M> implements AutoCloseable {

  // No message: fills the mailbox when it is closed.
  private static final Object SEAL = new Object();

  /** A message that waits until everything sent before it has been applied. */
  private record AfterAll(Object message) {}

  // Lanes shorter than this would be full before a nap is over.
  private static final int NAP_FROM = 1 << 14;
  private static final long NAP_NANOS = 50_000;

  // How many busy rounds before the owner looks which lanes' threads have ended.
  private static final int PRUNE_EVERY = 4096;

  private final Consumer<? super M> handler;
  private final Consumer<? super M> discarded;
  // The same algorithm as MpscArrayQueue, without sun.misc.Unsafe, which newer JDKs take away.
  private final MpscAtomicArrayQueue<Object> mailbox;
  private final WaitQueue<Waiter> senders = new WaitQueue<>();
  private final Lanes lanes;
  private final @Nullable Lane[] lanesByThread;
  private final Thread owner;
  private final Waiter ownerAsWaiter;
  private final Waiter ownerAsNapper;

  private volatile boolean closing;
  private volatile @Nullable Throwable failure;

  // The owner's alone.
  private final Consumer<Object> settle = this::settle;
  private final List<Object> afterAll = new ArrayList<>();
  // As failure != null, without a volatile read a message.
  private boolean failed;

  /** As the longer form; messages that a failure leaves in the mailbox are dropped. */
  public Channel(String name, int capacity, Consumer<? super M> handler) {
    this(name, capacity, handler, message -> {});
  }

  /**
   * Starts the owner.
   *
   * @param name of its thread
   * @param capacity of the shared queue and of each lane, rounded up to a power of two
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
    lanes = new Lanes(mailbox.capacity());
    lanesByThread = lanes.table();
    owner = new Thread(this::run, name);
    owner.setDaemon(true);
    ownerAsWaiter = new Waiter(owner);
    ownerAsNapper = new Waiter(owner);
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
    letAllSendersLook();
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
    return put(message);
  }

  /**
   * As {@link #sendUnlessClosed}, and applied only after every message of any sender that was sent
   * before, that is, whose send happened-before this one.
   */
  boolean sendAfterAll(M message) {
    boolean accepted = put(new AfterAll(Objects.requireNonNull(message, "message")));
    ownerAsNapper.wake();
    return accepted;
  }

  private boolean put(Object message) {
    if (closing) {
      return false;
    }
    Lane lane = Lanes.find(lanesByThread, Thread.currentThread().getId());
    return lane == null ? putByMailbox(message) : putByLane(lane, message);
  }

  private boolean putByLane(Lane lane, Object message) {
    if (!lane.offer(message) && !offerWhenThereIsRoom(lane, message)) {
      return false;
    }
    ownerAsWaiter.wake();
    if (closing) {
      lane.end();
      return lane.lastIsTaken();
    }
    return true;
  }

  private boolean offerWhenThereIsRoom(Lane lane, Object message) {
    ownerAsNapper.wake();
    return lane.awaitRoomUnless(this::isClosing) && lane.offer(message);
  }

  private boolean putByMailbox(Object message) {
    Thread me = Thread.currentThread();
    // The owner doesn't get one: it could not wait for room in it.
    if (lanes.earnsOne(me.getId()) && me != owner) {
      Lane lane = lanes.claim(me, mailbox.currentProducerIndex(), message);
      if (lane != null) {
        return putByLane(lane, message);
      }
    }
    if (!mailbox.offer(message) && !offerWhenThereIsRoom(message)) {
      return false;
    }
    ownerAsWaiter.wake();
    return true;
  }

  private boolean offerWhenThereIsRoom(Object message) {
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

  private boolean offerParked(Object message) {
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
    int busy = 0;
    while (!closing) {
      if (applyUpTo(batch) > 0) {
        idle = 0;
        if (++busy % PRUNE_EVERY == 0) {
          lanes.prune();
        }
        if (worthANap(lanes.longest(), batch)) {
          nap();
        }
      } else if (Patience.allows(idle)) {
        idle++;
      } else {
        lanes.prune();
        awaitMail();
        idle = 0;
      }
    }
    seal();
    lanes.end(settle);
    settleAll(afterAll);
    letSendersIn();
  }

  private int applyUpTo(int batch) {
    int applied = mailbox.drain(this::settle, batch);
    if (applied > 0) {
      letSendersIn();
    }
    applied += lanes.drain(settle, batch, mailbox.currentConsumerIndex());
    if (!afterAll.isEmpty()) {
      settleAfterAll();
    }
    return applied;
  }

  // What was sent before a message that the owner has met is visible to the owner by now, and no
  // queue holds more than the capacity: so much of each is enough.
  private void settleAfterAll() {
    List<Object> due = List.copyOf(afterAll);
    afterAll.clear();
    long sent = mailbox.currentProducerIndex();
    while (mailbox.currentConsumerIndex() < sent) {
      settle.accept(mailbox.poll());
    }
    letSendersIn();
    lanes.drain(settle, mailbox.capacity(), mailbox.currentConsumerIndex());
    settleAll(due);
  }

  private void settleAll(List<Object> messages) {
    messages.forEach(this::apply);
  }

  private boolean worthANap(int longest, int batch) {
    return longest > 1 && longest < batch / 4 && mailbox.capacity() >= NAP_FROM;
  }

  private void nap() {
    ownerAsNapper.announce();
    if (!closing) {
      LockSupport.parkNanos(this, NAP_NANOS);
    }
    ownerAsNapper.awake();
    Thread.interrupted();
  }

  private void awaitMail() {
    ownerAsWaiter.announce();
    if (mailbox.isEmpty() && lanes.areEmpty() && afterAll.isEmpty() && !closing) {
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

  private void letAllSendersLook() {
    senders.wakeAll();
    lanes.wakeSenders();
  }

  // A sender may have seen an open channel and not have offered yet. So the owner fills the mailbox
  // and keeps it full: each message that it takes out makes room for one, its own seal or that of
  // such a sender, whose message it then meets in turn. When seals have gone in as often in a
  // row as the mailbox is long, there is nothing else in it, and nothing can get in any more. Each
  // sender can be in between only once, so this ends.
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
    if (letter instanceof AfterAll later) {
      afterAll.add(later.message());
    } else {
      apply(letter);
    }
  }

  private void apply(Object letter) {
    // Nothing but messages gets here: seals and wrappers stop before.
    @SuppressWarnings("unchecked")
    M message = (M) letter;
    try {
      if (failed) {
        discarded.accept(message);
      } else {
        handler.accept(message);
      }
    } catch (Throwable thrown) {
      fail(thrown);
    }
  }

  private void fail(Throwable thrown) {
    if (failure == null) {
      failed = true;
      failure = thrown;
      closing = true;
      letAllSendersLook();
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

  /** How many senders have a lane. */
  int lanes() {
    return lanes.count();
  }

  Thread.State ownerState() {
    return owner.getState();
  }

  private boolean isClosing() {
    return closing;
  }

  private void awaitEnd() {
    // Not a method reference: the model checker doesn't see the JDK's methods through those.
    Uninterrupted.run(() -> owner.join());
  }
}
