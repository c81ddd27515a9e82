import { Draft, DraftInput, DraftSummary, Rehearsal } from '../../../shared/api/drafts.ts';
import { listOf } from '../../../shared/api/primitives.ts';
import { ProgrammeDocument } from '../../../shared/api/programmes.ts';
import { addDraft, changeDraft, draftById, draftsOf, removeDraft } from '../../usecases/programme/drafts.ts';
import { rehearseProgramme } from '../../usecases/programme/rehearse-programme.ts';
import { ask, read, write, type Endpoint } from '../endpoint.ts';

/** Setting a programme up: what is filled in so far, and what would come of it. */
export const drafts: Endpoint[] = [
  read({ path: '/drafts', summary: 'List the programmes you are setting up', answer: listOf(DraftSummary) },
    ({ db }, call) => draftsOf(db, call)),
  write({ method: 'post', path: '/drafts', summary: 'Begin to set a programme up', body: DraftInput, answer: Draft, status: 201 },
    (tx, call, { body }) => addDraft(tx, call, body)),
  read({ path: '/drafts/:id', summary: 'Read a draft', answer: Draft },
    ({ db }, call, { params }) => draftById(db, call, params.id!)),
  write({ method: 'put', path: '/drafts/:id', summary: 'Keep what has been filled in so far', body: DraftInput, answer: Draft },
    (tx, call, { params, body, ifVersion }) => changeDraft(tx, call, { id: params.id!, input: body, ifVersion })),
  write({ method: 'delete', path: '/drafts/:id', summary: 'Remove a draft', answer: null },
    (tx, call, { params }) => removeDraft(tx, call, params.id!)),
  ask({ path: '/programmes/rehearsal', summary: 'Say what a programme’s document would make and what is coming for it; nothing is kept', body: ProgrammeDocument, answer: Rehearsal, weight: 50 },
    ({ db }, call, { body }) => rehearseProgramme(db, call, body)),
];
