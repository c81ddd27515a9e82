/**
 * The start cannot go on for a reason outside this program.
 * The message is one line that says what is wrong and what to do.
 */
export class StartupProblem extends Error {
  override readonly name = 'StartupProblem';
}

/** The way out that is open to everybody; closes the lines of problems that have no better one. */
export const orUseDatabaseUrl = 'or set DATABASE_URL to a PostgreSQL of your own';
