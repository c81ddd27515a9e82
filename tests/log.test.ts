import { Client } from 'pg';
import { describeError } from '../server/log.ts';
import { createDatabase } from './support/postgres.ts';

describe('what is logged of a fault', () => {
  it('is its kind, code and place, and nothing that a driver hangs on it', async () => {
    const database = await createDatabase();
    const client = new Client({ connectionString: database.url });
    await client.connect();
    await client.query('CREATE TABLE people (email text CONSTRAINT known CHECK (email = \'\'))');
    const error = await client.query(`INSERT INTO people VALUES ('somebody@example.org')`).catch((fault: Error) => Object.assign(fault, { client }));
    await client.end();
    await database.drop();
    const described = describeError(new Error('booking failed', { cause: error }));
    expect(described).toEqual({
      type: 'Error', message: 'booking failed', frames: expect.any(Array),
      cause: { type: 'error', code: '23514', constraint: 'known', frames: expect.any(Array) },
    });
    expect(JSON.stringify(described)).not.toMatch(/somebody|secretKey|password/);
  });

  it('is what kind of thing was thrown, when it was no error', () => {
    expect(describeError('a secret')).toEqual({ type: 'string' });
  });
});
