import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { listSlots } from '../../server/domain/slots.ts';
import { compiled } from '../support/plain-question.ts';
import { randomQuestion } from '../support/random-questions.ts';

const QUESTIONS = 100;

/** Node reads TZ once, before Jest can set it, so other zones are processes of their own. `npm test` also runs all of the engine's tests in three. */
const script = `
  require(${JSON.stringify(path.join(__dirname, '../support/typescript.cjs'))});
  const { listSlots } = require(${JSON.stringify(path.join(__dirname, '../../server/domain/slots.ts'))});
  const { compiled } = require(${JSON.stringify(path.join(__dirname, '../support/plain-question.ts'))});
  const { randomQuestion } = require(${JSON.stringify(path.join(__dirname, '../support/random-questions.ts'))});
  const lists = Array.from({ length: ${QUESTIONS} }, (_, seed) => listSlots(compiled(randomQuestion(seed))));
  process.stdout.write(JSON.stringify({ offset: new Date(0).getTimezoneOffset(), lists }));
`;

describe('case 9: the server’s own zone', () => {
  it.each([['UTC', 0], ['America/St_Johns', 210], ['Pacific/Apia', 660]])('does not matter: TZ=%s lists the same slots', (zone, offset) => {
    const answer = execFileSync(process.execPath, ['-e', script], { encoding: 'utf8', env: { ...process.env, TZ: zone }, maxBuffer: 1e9 });
    const lists = Array.from({ length: QUESTIONS }, (_, seed) => listSlots(compiled(randomQuestion(seed))));
    expect(lists.flat().length).toBeGreaterThan(1000);
    expect(JSON.parse(answer)).toEqual({ offset, lists: JSON.parse(JSON.stringify(lists)) });
  });
});
