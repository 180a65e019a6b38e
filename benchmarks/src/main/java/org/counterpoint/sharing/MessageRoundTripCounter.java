package org.counterpoint.sharing;

/**
 * As {@link MessagePassingCounter}, but an increment returns when its message has been applied and
 * the owner has said so: a call to another thread, there and back.
 */
final class MessageRoundTripCounter implements SharedCounter {

  private record Message(boolean increments, Reply reply) {}

  private static final int MAILBOX = 4096;

  // As in MessagePassingCounter, away from what the senders read.
  private static final int COUNT = 16;
  private final long[] padded = new long[2 * COUNT + 1];

  // Always the same, so that a lane keeps it in its slots: then what travels between the processors
  // is how many were sent, and how many were answered.
  private final ThreadLocal<Message> mine =
      ThreadLocal.withInitial(() -> new Message(true, new Reply()));

  private final Channel<Message> channel =
      new Channel<>(
          "message-round-trip-counter", MAILBOX, this::apply, message -> message.reply().refuse());

  @Override
  public void increment() {
    Message message = mine.get();
    long before = message.reply().given();
    channel.send(message);
    message.reply().await(before);
  }

  // Whatever was sent before has been answered before, so no message need wait for others.
  @Override
  public long value() {
    Reply reply = new Reply();
    if (channel.sendUnlessClosed(new Message(false, reply))) {
      return reply.await(0);
    }
    channel.close();
    return padded[COUNT];
  }

  @Override
  public void close() {
    channel.close();
  }

  private void apply(Message message) {
    if (message.increments()) {
      padded[COUNT]++;
    }
    message.reply().give(padded[COUNT]);
  }
}
