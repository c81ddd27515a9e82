import type { FullDelivery } from '../../store/deliveries-content.ts';
import { readToSend } from '../../store/deliveries-content.ts';
import { holdUnsent } from '../../store/deliveries.ts';
import type { Tx } from '../../store/database.ts';
import { insertLetters } from '../../store/letters.ts';
import type { Call } from '../call.ts';
import type { CoordinatorAccess } from '../signing-in/access.ts';

/**
 * Bookings are about to go, and their invitations with them: what has not left by now, such as a cancellation of moments before
 * while the mail server is away, becomes letters that need no booking. Waits for those on their way.
 */
export async function keepLastLetters(tx: Tx, call: Call, programmeId: CoordinatorAccess, of: 'programme' | 'facilitator' | 'cluster', id: string): Promise<void> {
  const unsent: FullDelivery[] = [];
  for (const deliveryId of await holdUnsent(tx, of, { id, programmeId })) {
    const found = await readToSend(tx, deliveryId);
    if (found && !found.isSuperseded) unsent.push(found);
  }
  await insertLetters(tx, of === 'programme' ? null : programmeId, unsent.map(({ delivery: { person }, invitation }) => ({
    id: call.settings.newId('ltr'),
    recipient: { name: person.name, email: person.email, language: person.language },
    // Who else was to come may ask to be forgotten before it leaves.
    content: { kind: 'invitation', invitation: { ...invitation, attendees: invitation.attendees.filter(({ id: attendeeId }) => attendeeId === person.id) } },
  })), call.now);
}
