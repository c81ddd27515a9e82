import { listOf } from '../../../shared/api/primitives.ts';
import { Staff, StaffInput } from '../../../shared/api/staff.ts';
import { accept } from '../../domain/result.ts';
import type { StaffTable } from '../../store/staff.ts';
import { addStaff, removeStaff, staffOf } from '../../usecases/programme/change-staff.ts';
import { read, write, type Endpoint } from '../endpoint.ts';

export const staff: Endpoint[] = [
  ...routesOf('coordinators', 'who runs the programme'),
  ...routesOf('observers', 'who may read the programme'),
];

function routesOf(table: StaffTable, who: string): Endpoint[] {
  return [
    read({ path: `/programmes/:id/${table}`, summary: `List ${who}`, answer: listOf(Staff) },
      async ({ db }, call, { params }) => {
        const found = await staffOf(db, call, table, params.id!);
        return found.ok ? accept({ items: found.value, nextCursor: null }) : found;
      }),
    write({ method: 'post', path: `/programmes/:id/${table}`, summary: `Add to ${who}`, body: StaffInput, answer: Staff, status: 201 },
      (tx, call, { params, body }) => addStaff(tx, call, table, params.id!, body)),
    write({ method: 'delete', path: `/${table}/:id`, summary: `Remove from ${who}`, answer: null },
      (tx, call, { params }) => removeStaff(tx, call, table, params.id!)),
  ];
}
