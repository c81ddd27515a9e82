import type { Phrases } from '../phrases.ts';

export const en: Phrases = {
  locale: 'en-GB',
  colon: ': ',
  semicolon: '; ',
  subject: {
    made: (topic, when) => `Invitation: ${topic}, ${when}`,
    moved: (topic, when) => `Moved: ${topic}, now ${when}`,
    changed: (topic, when) => `Changed: ${topic}, ${when}`,
    cancelled: (topic, when) => `Cancelled: ${topic}, ${when}`,
    removed: (topic, when) => `Invitation withdrawn: ${topic}, ${when}`,
  },
  heading: {
    made: 'Your one-on-one session is booked.',
    moved: 'Your one-on-one session has moved.',
    changed: 'The details of your one-on-one session have changed.',
    cancelled: 'Your one-on-one session is cancelled.',
    removed: 'You are no longer part of this one-on-one session.',
  },
  newTime: 'New time',
  oldTime: 'Until now',
  topic: 'Topic',
  with: 'With',
  insteadOf: (name) => `instead of ${name}`,
  people: 'Taking part',
  needs: (cluster) => `What ${cluster} would like to work on`,
  reason: 'Reason',
  join: 'Join the session',
  openSession: 'See, move or cancel the session',
  bookAgain: 'See the session and choose another time',
  nextDay: '+1 day',
  footer: (programme) => `Sent by Visavis for ${programme}.`,
};
