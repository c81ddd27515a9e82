// The engine and what it is compared with, outside Jest, in which every loop of theirs takes twice as long.
require('./typescript.cjs');

module.exports = {
  ...require('../../server/domain/slots.ts'),
  ...require('./exhaustive.ts'),
  ...require('./mutations.ts'),
  ...require('./plain-question.ts'),
  ...require('./random-questions.ts'),
};
