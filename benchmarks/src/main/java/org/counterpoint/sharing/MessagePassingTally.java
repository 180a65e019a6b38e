package org.counterpoint.sharing;

/**
 * Two plain fields that one thread owns; the others send it messages, of which reading both is one.
 * An addition returns when its message is in the mailbox, not when it is applied.
 */
final class MessagePassingTally implements SharedTally {

  private sealed interface Message {}

  private record Addition(long amount) implements Message {}

  private static final class Question implements Message {
    private final Reply reply = new Reply();

    // Written before the reply is given, read after it.
    private Totals totals = Totals.NONE;
  }

  private static final int MAILBOX = 32_768;

  // Away from what the senders read: see MessagePassingCounter.
  private static final int COUNT = 16;
  private static final int SUM = COUNT + 1;
  private final long[] padded = new long[SUM + COUNT];

  private final Channel<Message> channel =
      new Channel<>("message-passing-tally", MAILBOX, this::apply, MessagePassingTally::refuse);

  @Override
  public void add(long amount) {
    channel.send(new Addition(amount));
  }

  @Override
  public Totals totals() {
    Question question = new Question();
    if (channel.sendAfterAll(question)) {
      question.reply.await(0);
      return question.totals;
    }
    channel.close();
    return new Totals(padded[COUNT], padded[SUM]);
  }

  @Override
  public void close() {
    channel.close();
  }

  private void apply(Message message) {
    if (message instanceof Addition addition) {
      padded[COUNT]++;
      padded[SUM] += addition.amount();
    } else if (message instanceof Question question) {
      question.totals = new Totals(padded[COUNT], padded[SUM]);
      question.reply.give(question.totals.count());
    }
  }

  private static void refuse(Message message) {
    if (message instanceof Question question) {
      question.reply.refuse();
    }
  }
}
