/** What the stores ask for before they tell or change anything: see `server/domain/access.ts`. */
export const ASKS_FOR_PROOF = /\b(?:ProgrammeAccess|PartyAccess|CoordinatorAccess|Own|Run|Receiver|DecidedOn)\b/;

/** Functions that ask the database without a proof that the gate let somebody in, by why they do; `file.*` is all of a file. */
const EXCUSES: Readonly<Record<string, readonly string[]>> = {
  'it finds one thing by its own name, and whose it is: the gate decides on what it found, and nothing else takes it before that': [
    'bookings.findBooking', 'bookings.lockBooking', 'busy-calendars.findCalendar', 'busy-calendars.lockCalendar', 'deliveries.findDelivery', 'engagements.findHold',
    'feeds.findFeedOwner', 'people.findCluster', 'people.findFacilitator', 'person.findPerson', 'plan-parts.findPhase', 'plan-parts.findTopic', 'plans.findPlan',
    'plans.lockPlan', 'programmes.findProgramme', 'programmes.insertProgramme', 'sessions.findSession', 'staff.findStaff', 'swaps.lockSwap', 'webhooks.findWebhook', 'webhooks.lockWebhook',
    'situation.situationOfSession', 'situation.situationsOfSessions', 'situation-of-wish.*', 'revisions.*',
  ],
  'the programmes that the caller may read are its parameter': ['programmes.listProgrammes', 'person.sameAddress', 'webhooks.listWebhooks', 'mailbox.listMailbox', 'mailbox.findLetter'],
  'the caller holds a secret that opens this and nothing else': ['feeds.sessionsOfFeed', 'feeds.classroomDays', 'meetings.findMeeting', 'personal-links.linkHolders', 'replies.lockInvitationsTo', 'replies.saveReply', 'replies.markRefusalTold'],
  'it is about the caller alone': ['own-settings.saveOwnSettings', 'personal-record.keptAbout', 'tokens.*', 'drafts.*', 'idempotency.claimKey', 'idempotency.keepAnswer'],
  'it is how a caller comes to be known': ['sign-in-links.*', 'sign-ins.*', 'signing-people.*'],
  'a job takes what is due, of whatever programme; nobody asks': [
    'busy-calendars.calendarContext', 'busy-calendars.takeDueCalendars', 'deliveries-content.readToSend', 'deliveries.markOffered', 'deliveries.takeOffers', 'deliveries.takeTurn',
    'deliveries.writeOutcome', 'engagements.lapsedHolds', 'engagements.removeLapsedHolds', 'idempotency.forgetKeys', 'letters.deleteNotice', 'letters.postponeNotice', 'letters.takeNotice',
    'mailbox.insertLetter', 'plans.countBegun', 'plans.markRelayed', 'plans.takeSolvings', 'plans.writeProgress', 'plans.giveBack', 'plans.writeResult', 'reminders.reminderContent', 'reminders.takeReminder',
    'reminders.writeReminderOutcome', 'retention.dueProgrammes', 'waiting.noteLook', 'waiting.waitsToLookAt', 'webhook-messages.forgetMessages',
    'webhook-messages.leaseWebhooks', 'webhook-messages.messageInTurn', 'webhook-messages.renewLease', 'webhook-messages.writeMessages', 'webhook-messages.writeTry', 'webhooks.switchOff', 'webhooks.takeNotice',
  ],
  'it tells and changes nothing of a programme: locks, counts, the database itself': [
    'database.*', 'deliveries.holdMessagesNaming', 'engagements.lockCalendars', 'figures.*', 'installation.*', 'programmes.hasConfirmedBookings',
  ],
};

export const excused = Object.values(EXCUSES).flat();

export function isExcused(name: string): boolean {
  return excused.some((each) => isNamedBy(each, name));
}

export function isNamedBy(excuse: string, name: string): boolean {
  return excuse === name || (excuse.endsWith('.*') && name.startsWith(excuse.slice(0, -1)));
}

/** Functions that a store shows, with what they are given; those that are given no database only reckon. */
export function storeFunctions(text: string): { name: string; given: string }[] {
  return [...text.matchAll(/^export (?:async )?function (\w+)(<.*?>)?\(([\s\S]*?)\)(?:: .*?)? \{$/gm)]
    .map(([, name, kinds = '', given]) => ({ name: name!, given: `${kinds}${given!.trim()}` }))
    .filter(({ given }) => /\b(?:Queryable|Tx|Database)\b/.test(given));
}
