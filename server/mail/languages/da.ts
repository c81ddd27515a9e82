import type { Phrases } from '../phrases.ts';

export const da: Phrases = {
  locale: 'da-DK',
  colon: ': ',
  semicolon: '; ',
  subject: {
    made: (topic, when) => `Invitation: ${topic}, ${when}`,
    moved: (topic, when) => `Flyttet: ${topic}, nu ${when}`,
    changed: (topic, when) => `Ændret: ${topic}, ${when}`,
    cancelled: (topic, when) => `Aflyst: ${topic}, ${when}`,
    removed: (topic, when) => `Invitation trukket tilbage: ${topic}, ${when}`,
  },
  heading: {
    made: 'Din individuelle session er booket.',
    moved: 'Din individuelle session er flyttet.',
    changed: 'Oplysningerne om din individuelle session er ændret.',
    cancelled: 'Din individuelle session er aflyst.',
    removed: 'Du deltager ikke længere i denne individuelle session.',
  },
  newTime: 'Nyt tidspunkt',
  oldTime: 'Tidligere tidspunkt',
  topic: 'Emne',
  with: 'Med',
  insteadOf: (name) => `i stedet for ${name}`,
  people: 'Deltagere',
  needs: (cluster) => `Det vil ${cluster} gerne arbejde med`,
  reason: 'Begrundelse',
  join: 'Deltag i sessionen',
  openSession: 'Se, flyt eller aflys sessionen',
  bookAgain: 'Se sessionen, og vælg et nyt tidspunkt',
  nextDay: '+1 dag',
  footer: (programme) => `Sendt af Visavis for ${programme}.`,
};
