package org.counterpoint.sharing;

/**
 * A plain field that one thread owns; the others send it messages, of which reading the count is
 * one. An increment returns when its message is in the mailbox, not when it is applied; {@link
 * #value()} is a message that waits until all that was sent before it has been applied.
 */
final class MessagePassingCounter implements SharedCounter {

  private sealed interface Message {}

  private enum Increment implements Message {
    ONE
  }

  private record Question(Reply reply) implements Message {}

  private static final int MAILBOX = 32_768;

  // The owner writes at each message what would otherwise share a cache line with what the senders
  // read: 128 bytes on either side, since processors fetch lines in pairs.
  private static final int COUNT = 16;
  private final long[] padded = new long[2 * COUNT + 1];

  private final Channel<Message> channel =
      new Channel<>("message-passing-counter", MAILBOX, this::apply, MessagePassingCounter::refuse);

  @Override
  public void increment() {
    channel.send(Increment.ONE);
  }

  @Override
  public long value() {
    Reply reply = new Reply();
    if (channel.sendAfterAll(new Question(reply))) {
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
    if (message instanceof Question question) {
      question.reply().give(padded[COUNT]);
    } else {
      padded[COUNT]++;
    }
  }

  private static void refuse(Message message) {
    if (message instanceof Question question) {
      question.reply().refuse();
    }
  }
}
