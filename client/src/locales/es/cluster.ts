import type { Cluster } from '../en/cluster.ts';
import { pluralOf } from '../plural.ts';

const many = pluralOf('es');

export const cluster: Cluster = {
  programme: {
    lead: (name, city) => `${name} · todas las horas en ${city}`,
    progress: (booked, all) => `${booked} de ${all} sesiones reservadas`,
    next: 'Lo siguiente',
    nextToBook: (topic) => `Reservar «${topic}»`,
    suggestAll: (count) => `Proponer horas para las ${count}`,
    by: (day) => `hasta el ${day}`,
    bookBy: (day) => `Reserve hasta el ${day}`,
    daysLeft: (days) => (days === 0 ? 'último día hoy' : many(days, { one: 'queda # día', other: 'quedan # días' })),
    inPerson: 'En persona',
    nothingToBook: 'Nada que reservar',
    goOn: 'Seguir reservando',
    heldByYou: (time, city) => `Hora retenida para usted: ${time} en ${city}`,
    with: (name) => `con ${name}`,
    doneOn: (day) => `Hecha el ${day}`,
    missedOn: (day) => `Perdida el ${day}`,
    again: 'Reservar otra vez',
    againTopic: (topic) => `Reservar otra vez ${topic}`,
    againUntil: (day) => `se puede reservar otra vez hasta el ${day}`,
    askDate: 'Pedir otra fecha',
    askDateTopic: (topic) => `Pedir otra fecha para ${topic}`,
    declined: (names) => `${names} ha rechazado`,
    otherTime: (names) => `${names} pide otra hora`,
    waived: 'No hace falta para ustedes',
    weekOver: 'Su semana ha terminado. Pida otra fecha a la coordinación.',
    empty: 'Su programa aún no tiene sesiones. Recibirá un correo cuando se abran las reservas.',
    allBooked: 'Todo está reservado.',
    now: 'ahora',
  },
};
