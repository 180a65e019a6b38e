package org.counterpoint.sharing;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/**
 * Message passing by what the JDK has for it, an {@link ArrayBlockingQueue}: one lock for senders
 * and owner alike, which the owner takes once a batch. All messages stand in one queue, the
 * question for the count among them.
 *
 * <p><b>Closing.</b> The owner empties the queue after it has seen the channel closed. A sender
 * looks after its message is in: if it sees an open counter, the owner has yet to empty the queue.
 * Otherwise it waits until the owner has ended, and takes a message like its own out again; if
 * there is none, its own was applied.
 */
final class QueuePassingCounter implements SharedCounter {

  private sealed interface Message {}

  private enum Word implements Message {
    INCREMENT,
    CLOSE
  }

  private record Question(Reply reply) implements Message {}

  private static final int CAPACITY = 4096;
  private static final int BATCH = 1024;

  private final BlockingQueue<Message> queue = new ArrayBlockingQueue<>(CAPACITY);
  private final Thread owner = new Thread(this::run, "queue-passing-counter");
  private volatile boolean closed;

  // The owner's; afterwards that of whoever has seen it end.
  private long count;

  QueuePassingCounter() {
    owner.setDaemon(true);
    owner.start();
  }

  @Override
  public void increment() {
    if (!send(Word.INCREMENT)) {
      throw new IllegalStateException("the counter is closed");
    }
  }

  @Override
  public long value() {
    Reply reply = new Reply();
    if (send(new Question(reply))) {
      return reply.await(0);
    }
    Uninterrupted.run(owner::join);
    return count;
  }

  @Override
  public void close() {
    closed = true;
    Uninterrupted.run(() -> queue.put(Word.CLOSE));
    Uninterrupted.run(owner::join);
    queue.remove(Word.CLOSE);
  }

  private boolean send(Message message) {
    if (closed) {
      return false;
    }
    Uninterrupted.run(() -> queue.put(message));
    if (closed) {
      Uninterrupted.run(owner::join);
      return !queue.remove(message);
    }
    return true;
  }

  private void run() {
    List<Message> batch = new ArrayList<>(BATCH);
    while (!closed) {
      Uninterrupted.run(() -> batch.add(queue.take()));
      queue.drainTo(batch, BATCH - 1);
      applyAll(batch);
    }
    while (queue.drainTo(batch, BATCH) > 0) {
      applyAll(batch);
    }
  }

  private void applyAll(List<Message> batch) {
    batch.forEach(this::apply);
    batch.clear();
  }

  private void apply(Message message) {
    if (message == Word.INCREMENT) {
      count++;
    } else if (message instanceof Question question) {
      question.reply().give(count);
    }
  }
}
