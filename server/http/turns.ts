/**
 * A courtesy to the database: while one request of this process tries for a slot, others for the same slot wait for what
 * becomes of it, and look again. Of two hundred who want one slot, one asks the database for it instead of two hundred.
 * It decides nothing: other processes know nothing of it, and the constraints have the last word.
 */
export class Turns {
  private readonly taken = new Map<string, Promise<void>>();

  /** Looks, as often as somebody else's turn ends in between; then `act` has the turn. `look` ends it all by returning an answer. */
  async after<Seen, Answer>(key: string, look: () => Promise<{ answer: Answer } | { seen: Seen }>, act: (seen: Seen) => Promise<Answer>): Promise<Answer> {
    for (;;) {
      await this.taken.get(key);
      const looked = await look();
      if ('answer' in looked) return looked.answer;
      if (!this.taken.has(key)) return this.take(key, () => act(looked.seen));
    }
  }

  private async take<Answer>(key: string, act: () => Promise<Answer>): Promise<Answer> {
    const acting = act();
    this.taken.set(key, acting.then(() => undefined, () => undefined));
    try {
      return await acting;
    } finally {
      this.taken.delete(key);
    }
  }
}
