import type { z } from 'zod';
import { listOf, Page } from '../../../shared/api/primitives.ts';
import * as api from '../../../shared/api/programmes.ts';
import { accept, refuse, type Result } from '../../domain/result.ts';
import type { Queryable } from '../../store/database.ts';
import { listClusters, listFacilitators } from '../../store/people.ts';
import { findPhase, findTopic, listPhases, listTopics } from '../../store/plan-parts.ts';
import { findProgramme, listProgrammes } from '../../store/programmes.ts';
import { programmesOf, seesProgramme, takesPart, type ProgrammeAccess } from '../../usecases/signing-in/access.ts';
import type { Call } from '../../usecases/call.ts';
import {
  addPhase, addTopic, changePhase, changeProgramme, changeTopic, noSuchProgramme, programmeFor, removePhase, removeProgramme, removeTopic,
} from '../../usecases/programme/change-programme.ts';
import { clusterFor, facilitatorFor } from '../../usecases/programme/change-people.ts';
import { createProgramme } from '../../usecases/programme/create-programme.ts';
import { read, write, type Endpoint } from '../endpoint.ts';

export const programmes: Endpoint[] = [
  write({ method: 'post', path: '/programmes', summary: 'Add a whole programme in one document', body: api.ProgrammeDocument, answer: api.ProgrammeCreated, status: 201, weight: 20 },
    (tx, call, { body }) => createProgramme(tx, call, body)),
  read({ path: '/programmes', summary: 'List the programmes you take part in', query: Page, answer: listOf(api.Programme) },
    async ({ db }, call, { query }) => {
      const { access } = call;
      const limit = query.limit ?? 100;
      const found = await listProgrammes(db, programmesOf(access), query.cursor ?? null, limit + 1);
      return accept({ items: found.slice(0, limit).map((each) => programmeFor(call, each)), nextCursor: found.length > limit ? found[limit - 1]?.id ?? null : null });
    }),
  read({ path: '/programmes/:id', summary: 'Read a programme', answer: api.Programme },
    async ({ db }, call, { params }) => {
      const programme = takesPart(call.access, params.id!) ? await findProgramme(db, params.id!) : null;
      return programme ? accept(programmeFor(call, programme)) : noSuchProgramme();
    }),
  write({ method: 'patch', path: '/programmes/:id', summary: 'Change a programme or its policy', body: api.ProgrammePatch, answer: api.Programme },
    (tx, call, { params, body, ifVersion }) => changeProgramme(tx, call, { id: params.id!, patch: body, ifVersion })),
  write({ method: 'delete', path: '/programmes/:id', summary: 'Delete a programme without bookings', answer: null },
    (tx, call, { params, ifVersion }) => removeProgramme(tx, call, { id: params.id!, ifVersion })),

  read({ path: '/programmes/:id/phases', summary: 'List the phases', query: Page, answer: listOf(api.Phase) },
    ({ db }, call, { params, query }) => paged(db, call, params.id!, query, (id) => listPhases(db, id))),
  write({ method: 'post', path: '/programmes/:id/phases', summary: 'Add a phase', body: api.PhaseInput, answer: api.Phase, status: 201 },
    (tx, call, { params, body }) => addPhase(tx, call, params.id!, body)),
  read({ path: '/phases/:id', summary: 'Read a phase', answer: api.Phase },
    ({ db }, call, { params }) => one(call, findPhase, db, params.id!, 'phase')),
  write({ method: 'patch', path: '/phases/:id', summary: 'Change a phase', body: api.PhasePatch, answer: api.Phase },
    (tx, call, { params, body, ifVersion }) => changePhase(tx, call, { id: params.id!, patch: body, ifVersion })),
  write({ method: 'delete', path: '/phases/:id', summary: 'Remove a phase without topics', answer: null },
    (tx, call, { params, ifVersion }) => removePhase(tx, call, { id: params.id!, ifVersion })),

  read({ path: '/programmes/:id/topics', summary: 'List the topics', query: Page, answer: listOf(api.Topic) },
    ({ db }, call, { params, query }) => paged(db, call, params.id!, query, (id) => listTopics(db, id))),
  write({ method: 'post', path: '/programmes/:id/topics', summary: 'Add a topic; a virtual phase gives every cluster a session', body: api.TopicInput, answer: api.Topic, status: 201 },
    (tx, call, { params, body }) => addTopic(tx, call, params.id!, body)),
  read({ path: '/topics/:id', summary: 'Read a topic', answer: api.Topic },
    ({ db }, call, { params }) => one(call, findTopic, db, params.id!, 'topic')),
  write({ method: 'patch', path: '/topics/:id', summary: 'Rename a topic, or say who teaches it', body: api.TopicPatch, answer: api.Topic },
    (tx, call, { params, body, ifVersion }) => changeTopic(tx, call, { id: params.id!, patch: body, ifVersion })),
  write({ method: 'delete', path: '/topics/:id', summary: 'Remove a topic without bookings', answer: null },
    (tx, call, { params, ifVersion }) => removeTopic(tx, call, { id: params.id!, ifVersion })),

  read({ path: '/programmes/:id/facilitators', summary: 'List the facilitators', query: Page, answer: listOf(api.FacilitatorSeen) },
    ({ db }, call, { params, query }) => paged(db, call, params.id!, query, async (id) => (await listFacilitators(db, id)).map((each) => facilitatorFor(call, each)))),
  read({ path: '/programmes/:id/clusters', summary: 'List the clusters you may see', query: Page, answer: listOf(api.Cluster) },
    ({ db }, call, { params, query }) => paged(db, call, params.id!, query, async (id) =>
      (await listClusters(db, id)).map((each) => clusterFor(call, each)).filter((each) => each !== null))),
];

/** A programme's parts are some dozens at most: read whole, in their order, and cut into the page asked for. */
async function paged(db: Queryable, call: Call, programmeId: string, { limit = 500, cursor }: z.output<typeof Page>, list: (id: ProgrammeAccess) => Promise<{ id: string }[]>): Promise<Result<unknown>> {
  const id = await seesProgramme(db, call.access, programmeId);
  if (!id) return noSuchProgramme();
  const items = await list(id);
  const from = cursor ? items.findIndex((each) => each.id === cursor) + 1 : 0;
  if (cursor && from === 0) return refuse('invalid', 'What this page began after is gone. Read the list from its beginning.', { errors: [{ path: 'query.cursor', message: 'use the `nextCursor` of the page before' }] });
  const page = items.slice(from, from + limit);
  return accept({ items: page, nextCursor: from + limit < items.length ? page.at(-1)?.id ?? null : null });
}

async function one(call: Call, find: (db: Queryable, id: string) => Promise<{ programmeId: string } | null>, db: Queryable, id: string, what: string): Promise<Result<unknown>> {
  const found = await find(db, id);
  return found && takesPart(call.access, found.programmeId) ? accept(found) : refuse('not-found', `There is no such ${what}.`);
}

