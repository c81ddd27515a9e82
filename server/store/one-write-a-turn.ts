import { Socket } from 'node:net';

/**
 * A socket that sends what was written in one turn of the event loop as one: the statements of a transaction that need not wait
 * for each other are then one system call here, and one wake-up of the database.
 */
export class OneWriteATurn extends Socket {
  override write(...written: unknown[]): boolean {
    this.cork();
    const hasRoom = (super.write as (...written: unknown[]) => boolean)(...written);
    this.uncork();
    return hasRoom;
  }

  override uncork(): void {
    process.nextTick(() => super.uncork());
  }
}
