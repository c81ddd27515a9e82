import { types } from 'pg';

const { builtins, getTypeParser } = types;

type Parser = (text: string) => unknown;

const parsers = new Map<number, Parser>([
  // Instants are epoch milliseconds everywhere in our code.
  [builtins.TIMESTAMPTZ, (text) => Date.parse(text)],
  // A date is a date: never a JavaScript Date in the server's zone.
  [builtins.DATE, (text) => text],
  [builtins.INT8, Number],
]);

/** How our own pools read values; not set globally, since the queue library reads the same types its own way. */
export const databaseTypes = {
  getTypeParser: ((id: number, format?: 'text' | 'binary') =>
    parsers.get(id) ?? (getTypeParser(id, format ?? 'text') as Parser)) as typeof types.getTypeParser,
};
