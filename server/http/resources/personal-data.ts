import { Erasure, ErasureInput, PersonRecord, Retention, RetentionState } from '../../../shared/api/people.ts';
import { changeRetention, erasePerson, recordOf, retentionOf } from '../../usecases/programme/forget-people.ts';
import { read, write, type Endpoint } from '../endpoint.ts';

export const personalData: Endpoint[] = [
  read({ path: '/people/:id/record', summary: 'Everything that is kept about one person, for themselves and whoever runs their programme', answer: PersonRecord },
    ({ db }, call, { params }) => recordOf(db, call, params.id!)),
  write({ method: 'post', path: '/people/:id/erasure', summary: 'Erase a person from a programme; what the funder is owed stays, without them', body: ErasureInput, answer: Erasure },
    (tx, call, { params, body }) => erasePerson(tx, call, params.id!, body)),
  read({ path: '/programmes/:id/retention', summary: 'Read how long a programme remembers its people', answer: RetentionState },
    ({ db }, call, { params }) => retentionOf(db, call, params.id!)),
  write({ method: 'put', path: '/programmes/:id/retention', summary: 'Say how many days after its last day a programme forgets its people', body: Retention, answer: RetentionState },
    (tx, call, { params, body }) => changeRetention(tx, call, params.id!, body)),
];
