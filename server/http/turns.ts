type Looked<Seen, Answer> = { answer: Answer } | { seen: Seen };

/**
 * A courtesy to the database: while one request of this process tries for a slot, others for the same slot wait for what
 * becomes of it, and then look. Of two hundred who want one slot, one asks the database for it instead of two hundred.
 * It decides nothing: other processes know nothing of it, and the constraints have the last word.
 */
export class Turns {
  private readonly taken = new Map<string, Promise<void>>();

  /** Looks, and acts on what was seen if nobody else has the turn; a look may be the answer by itself. */
  async take<Seen, Answer>(key: string, look: () => Promise<Looked<Seen, Answer>>, act: (seen: Seen) => Promise<Answer>): Promise<Answer> {
    for (;;) {
      const other = this.taken.get(key);
      if (other === undefined) return this.alone(key, look, act);
      await other;
      const looked = await look();
      if ('answer' in looked) return looked.answer;
    }
  }

  private async alone<Seen, Answer>(key: string, look: () => Promise<Looked<Seen, Answer>>, act: (seen: Seen) => Promise<Answer>): Promise<Answer> {
    const acting = look().then((looked) => ('answer' in looked ? looked.answer : act(looked.seen)));
    this.taken.set(key, acting.then(() => undefined, () => undefined));
    try {
      return await acting;
    } finally {
      this.taken.delete(key);
    }
  }
}
