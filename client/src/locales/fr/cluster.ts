import type { Cluster } from '../en/cluster.ts';
import { pluralOf } from '../plural.ts';

const many = pluralOf('fr');

export const cluster: Cluster = {
  programme: {
    lead: (name, city) => `${name} · toutes les heures à ${city}`,
    progress: (booked, all) => `${booked} séances réservées sur ${all}`,
    next: 'À faire',
    nextToBook: (topic) => `Réserver « ${topic} »`,
    suggestAll: (count) => `Proposer des horaires pour les ${count}`,
    by: (day) => `jusqu’au ${day}`,
    bookBy: (day) => `À réserver jusqu’au ${day}`,
    daysLeft: (days) => (days === 0 ? 'dernier jour aujourd’hui' : many(days, { one: 'encore # jour', other: 'encore # jours' })),
    inPerson: 'En présence',
    nothingToBook: 'Rien à réserver',
    goOn: 'Continuer la réservation',
    heldByYou: (time, city) => `${time} à ${city} est gardé pour vous`,
    with: (name) => `avec ${name}`,
    doneOn: (day) => `Faite le ${day}`,
    missedOn: (day) => `Manquée le ${day}`,
    again: 'Réserver à nouveau',
    againTopic: (topic) => `Réserver à nouveau ${topic}`,
    againUntil: (day) => `peut être réservée à nouveau jusqu’au ${day}`,
    askDate: 'Demander une date',
    askDateTopic: (topic) => `Demander une date pour ${topic}`,
    declined: (names) => `${names} a décliné`,
    otherTime: (names) => `${names} demande un autre horaire`,
    waived: 'Pas nécessaire pour vous',
    weekOver: 'Sa semaine est passée. Demandez une nouvelle date à la coordination.',
    empty: 'Votre programme n’a pas encore de séances. Vous recevrez un courriel à l’ouverture des réservations.',
    allBooked: 'Tout est réservé.',
    now: 'en cours',
  },
};
