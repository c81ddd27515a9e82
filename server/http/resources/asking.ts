import { Cluster } from '../../../shared/api/programmes.ts';
import { ColleagueInput, OwnSettings, QuestionAsked, QuestionInput, Waiting, WaitingInput } from '../../../shared/api/waiting.ts';
import { askCoordinator } from '../../usecases/booking/ask-coordinator.ts';
import { inviteColleague, removeColleague } from '../../usecases/programme/colleagues.ts';
import { changeOwnSettings } from '../../usecases/signing-in/own-settings.ts';
import { waitForSlot, waitingOf, waitNoMore } from '../../usecases/booking/wait-for-slot.ts';
import { read, write, type Endpoint } from '../endpoint.ts';

/** What people ask for themselves and their cluster. */
export const asking: Endpoint[] = [
  read({ path: '/sessions/:id/waiting', summary: 'Whether you will be told when a time of a session comes free', answer: Waiting },
    ({ db }, call, { params }) => waitingOf(db, call, params.id!)),
  write({ method: 'put', path: '/sessions/:id/waiting', summary: 'Ask to be told by mail, once, when a time of a session comes free', body: WaitingInput, answer: Waiting },
    (tx, call, { params, body }) => waitForSlot(tx, call, params.id!, body.outsideHours)),
  write({ method: 'delete', path: '/sessions/:id/waiting', summary: 'Ask it no longer', answer: Waiting },
    (tx, call, { params }) => waitNoMore(tx, call, params.id!)),
  write({ method: 'post', path: '/sessions/:id/questions', summary: 'Ask the coordinators about a session, by mail', body: QuestionInput, answer: QuestionAsked, status: 202, allowance: 'letters' },
    (tx, call, { params, body }) => askCoordinator(tx, call, params.id!, body.text)),

  write({ method: 'post', path: '/clusters/:id/representatives', summary: 'Name one more person who acts for a cluster', body: ColleagueInput, answer: Cluster, status: 201, allowance: 'letters' },
    (tx, call, { params, body }) => inviteColleague(tx, call, params.id!, body)),
  write({ method: 'delete', path: '/clusters/:id/representatives/:personId', summary: 'Take a person out of those who act for a cluster', answer: Cluster, status: 200 },
    (tx, call, { params }) => removeColleague(tx, call, params.id!, params.personId!)),

  write({ method: 'patch', path: '/me', summary: 'Say which language you read, and which clock you live by', body: OwnSettings, answer: null },
    (tx, call, { body }) => changeOwnSettings(tx, call, body)),
];
