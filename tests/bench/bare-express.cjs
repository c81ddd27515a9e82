// The limit our answers are measured against: Express with nothing of ours. `node bare-express.cjs FILE DATABASE_URL`:
// GET / sends the file's bytes; POST / inserts one row through a pool like ours. Prints its port.
const { readFileSync } = require('node:fs');
const express = require('express');
const { Pool } = require('pg');

const [file, databaseUrl] = process.argv.slice(2);
const body = readFileSync(file, 'utf8');
const pool = new Pool({ connectionString: databaseUrl, max: 20 });

const app = express();
app.get('/', (_request, response) => { response.type('json').send(body); });
app.post('/api/v1', express.json(), async (request, response) => {
  await pool.query({ name: 'one', text: 'INSERT INTO bench_rows (value) VALUES ($1)', values: [request.body.start] });
  response.status(201).json({ start: request.body.start });
});
const server = app.listen(0, '127.0.0.1', () => process.stdout.write(`${server.address().port}\n`));
process.once('SIGTERM', () => process.exit(0));
