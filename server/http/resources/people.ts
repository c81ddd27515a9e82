import { Availability, AvailabilityAnswer } from '../../../shared/api/availability.ts';
import * as api from '../../../shared/api/programmes.ts';
import { Judgement, JudgementFilter } from '../../../shared/api/slots.ts';
import type { Instant } from '../../domain/interval.ts';
import { accept } from '../../domain/result.ts';
import { findCluster, findFacilitator } from '../../store/people.ts';
import { takesPart } from '../../usecases/signing-in/access.ts';
import {
  addCluster, addFacilitator, availabilityOf, changeCluster, changeFacilitator, clusterFor, facilitatorFor,
  noSuchCluster, noSuchFacilitator, removeCluster, removeFacilitator, setAvailability,
} from '../../usecases/programme/change-people.ts';
import { judgeStart } from '../../usecases/listing/judge-start.ts';
import { read, write, type Endpoint } from '../endpoint.ts';

export const people: Endpoint[] = [
  write({ method: 'post', path: '/programmes/:id/facilitators', summary: 'Add a facilitator', body: api.FacilitatorInput, answer: api.Facilitator, status: 201 },
    (tx, call, { params, body }) => addFacilitator(tx, call, params.id!, body)),
  read({ path: '/facilitators/:id', summary: 'Read a facilitator', answer: api.FacilitatorSeen },
    async ({ db }, call, { params }) => {
      const facilitator = await findFacilitator(db, params.id!);
      return facilitator && takesPart(call.access, facilitator.programmeId) ? accept(facilitatorFor(call, facilitator)) : noSuchFacilitator();
    }),
  write({ method: 'patch', path: '/facilitators/:id', summary: 'Change a facilitator', body: api.FacilitatorPatch, answer: api.Facilitator },
    (tx, call, { params, body, ifVersion }) => changeFacilitator(tx, call, { id: params.id!, patch: body, ifVersion })),
  write({ method: 'delete', path: '/facilitators/:id', summary: 'Remove a facilitator without bookings', answer: null },
    (tx, call, { params, ifVersion }) => removeFacilitator(tx, call, { id: params.id!, ifVersion })),

  read({ path: '/facilitators/:id/availability', summary: 'Read when a facilitator is available', answer: AvailabilityAnswer },
    ({ db }, call, { params }) => availabilityOf(db, call, params.id!)),
  write({ method: 'put', path: '/facilitators/:id/availability', summary: 'Say when a facilitator is available; bookings stay', body: Availability, answer: AvailabilityAnswer },
    (tx, call, { params, body, ifVersion }) => setAvailability(tx, call, { id: params.id!, availability: body, ifVersion })),
  read({ path: '/facilitators/:id/judgement', summary: 'Whether sessions could begin with a facilitator at one instant, and why not', query: JudgementFilter, answer: Judgement },
    ({ db }, call, { params, query }) => judgeStart(db, call, params.id!, Date.parse(query.start) as Instant)),

  write({ method: 'post', path: '/programmes/:id/clusters', summary: 'Add a cluster; it gets a session of every topic', body: api.ClusterInput, answer: api.Cluster, status: 201 },
    (tx, call, { params, body }) => addCluster(tx, call, params.id!, body)),
  read({ path: '/clusters/:id', summary: 'Read a cluster', answer: api.Cluster },
    async ({ db }, call, { params }) => {
      const cluster = await findCluster(db, params.id!);
      const shown = cluster && takesPart(call.access, cluster.programmeId) ? clusterFor(call, cluster) : null;
      return shown ? accept(shown) : noSuchCluster();
    }),
  write({ method: 'patch', path: '/clusters/:id', summary: 'Change a cluster or who acts for it', body: api.ClusterPatch, answer: api.Cluster },
    (tx, call, { params, body, ifVersion }) => changeCluster(tx, call, { id: params.id!, patch: body, ifVersion })),
  write({ method: 'delete', path: '/clusters/:id', summary: 'Remove a cluster without bookings', answer: null },
    (tx, call, { params, ifVersion }) => removeCluster(tx, call, { id: params.id!, ifVersion })),
];
